// SPDX-License-Identifier: Apache-2.0
/** Maintains a routine: uploads code, deletes old revisions, changes settings and variables. */
package io.github.edgeroutine.routine.upkeep;
