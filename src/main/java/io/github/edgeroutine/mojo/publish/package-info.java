// SPDX-License-Identifier: Apache-2.0
/** What the goals share that put revisions into environments: their parameters, their reports, and publishes that wait. */
package io.github.edgeroutine.mojo.publish;
