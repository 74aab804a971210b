// SPDX-License-Identifier: Apache-2.0
/** Keeps a routine in order: uploads code, deletes old revisions, sets environments up. */
package io.github.edgeroutine.routine.upkeep;
