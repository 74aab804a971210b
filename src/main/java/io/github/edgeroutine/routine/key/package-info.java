// SPDX-License-Identifier: Apache-2.0
/** The key that signs the calls: whose it is, and what it may be allowed to do. */
package io.github.edgeroutine.routine.key;
