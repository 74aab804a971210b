// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.publish;

import io.github.edgeroutine.mojo.connection.PendingConnection;
import io.github.edgeroutine.mojo.connection.RoutineSeed;
import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.mojo.output.CiNotices;
import io.github.edgeroutine.routine.publish.PublishRequest;
import io.github.edgeroutine.routine.rollback.RunKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;

/**
 * One publish of one module, now or at the end of the build.
 *
 * @param account equal for two publishes for which the same name means the same routine
 * @param reportFile the file of its report
 * @param message the reason for the publish, in the user's words
 */
public record PublishTask(
        GoalContext goal,
        CiNotices ci,
        PublishRequest request,
        PendingConnection connection,
        String account,
        Path reportFile,
        Optional<String> message) {

    public PublishSession connect() throws IOException {
        return PublishSession.of(
                goal, ci, connection.openToPublish(Optional.of(RoutineSeed.of(request))), RunKind.PUBLISH);
    }

    /** Publishes now, and writes the report. */
    public void publish() throws IOException, MojoFailureException {
        try (PublishSession session = connect()) {
            session.report(session.publisher().publish(request), reportFile, message);
        }
    }

    String module() {
        return goal.project().getArtifactId();
    }

    WaitingNote note() {
        return new WaitingNote(goal.directory().resolve("waiting"));
    }
}
