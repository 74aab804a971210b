// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

/** Whether it brought something new or took something back. */
public enum RunKind {
    PUBLISH,
    ROLLBACK
}
