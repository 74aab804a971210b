// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.call;

/** Hears what a goal waits for, and what the user should know. */
public interface Progress {

    /** Something takes a while, and this is what. */
    void waits(String sentence);

    /** Something that the user should know and that stops nothing. */
    void warn(String sentence);
}
