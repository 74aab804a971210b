// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import java.util.List;

/** Hears what is about to be done, and what is waited for. */
public interface Progress {

    /** The plans stand; nothing was written yet. */
    void planned(List<Plan> plans);

    /** Something takes a while, and this is what. */
    void waits(String sentence);

    /** Something that the user should know and that stops nothing. */
    void warn(String sentence);
}
