package io.github.edgeroutine.mojo;

import io.github.edgeroutine.report.Table;
import io.github.edgeroutine.routine.Plan;
import io.github.edgeroutine.routine.Progress;
import org.apache.maven.plugin.logging.Log;

/** Tells the build log what is about to happen. */
record LoggedProgress(Log log) implements Progress {

    @Override
    public void planned(Plan plan) {
        Table.of(plan).forEach(log::info);
    }

    @Override
    public void warn(String sentence) {
        log.warn(sentence);
    }
}
