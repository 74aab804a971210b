// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

/** A goal that did not do what was asked; the message is the whole story in one line, and nothing is chained. */
public final class GoalFailedException extends Exception {

    private static final long serialVersionUID = 1;

    public GoalFailedException(String message) {
        super(message);
    }
}
