// SPDX-License-Identifier: Apache-2.0
/** Which revision a user means: by its digits, by its age, or by where it runs; and its code. */
package io.github.edgeroutine.routine.choice;
