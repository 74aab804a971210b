// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

/** A goal that failed. The message says everything in one line, and there is no cause. */
public final class GoalFailedException extends Exception {

    private static final long serialVersionUID = 1;

    public GoalFailedException(String message) {
        super(message);
    }
}
