// SPDX-License-Identifier: Apache-2.0
/** Finds the revision that a user chose, by its digits, its age or its environment, and reads its code. */
package io.github.edgeroutine.routine.choice;
