package io.github.edgeroutine.routine;

/** Hears what a publish is about to do, while it still can be stopped. */
public interface Progress {

    /** The plan stands; nothing was written yet. */
    void planned(Plan plan);

    /** Something that the user should know and that stops nothing. */
    void warn(String sentence);
}
