// SPDX-License-Identifier: Apache-2.0
/**
 * Keeps what ran before a publish on this machine, so that a rollback can put it back: one file for each routine of an
 * endpoint and an account. It is written before the publish, completely or not at all.
 */
package io.github.edgeroutine.memory;
