// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.output;

import io.github.edgeroutine.report.Table;
import io.github.edgeroutine.routine.publish.Plan;
import io.github.edgeroutine.routine.publish.PublishProgress;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** Logs the next step. */
public record LoggedProgress(Log log) implements PublishProgress {

    @Override
    public void planned(List<Plan> plans) {
        Table.of(plans).forEach(log::info);
    }

    @Override
    public void waits(String sentence) {
        log.info(sentence);
    }

    @Override
    public void warn(String sentence) {
        log.warn(sentence);
    }
}
