// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.call;

/** Receives what a goal waits for, and what the user should know. */
public interface Progress {

    /** The goal waits for something. */
    void waits(String sentence);

    /** A warning: the goal continues. */
    void warn(String sentence);
}
