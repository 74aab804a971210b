// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

/** Whether a run published something new or undid something. */
public enum RunKind {
    PUBLISH,
    ROLLBACK
}
