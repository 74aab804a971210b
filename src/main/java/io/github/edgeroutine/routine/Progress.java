package io.github.edgeroutine.routine;

import java.util.List;

/** Hears what a publish is about to do, while it still can be stopped. */
public interface Progress {

    /** The plans stand; nothing was written yet. */
    void planned(List<Plan> plans);

    /** Something that the user should know and that stops nothing. */
    void warn(String sentence);
}
