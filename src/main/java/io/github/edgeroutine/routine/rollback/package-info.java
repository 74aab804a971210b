// SPDX-License-Identifier: Apache-2.0
/** Undoes what an earlier run published, with the saved memory. */
package io.github.edgeroutine.routine.rollback;
