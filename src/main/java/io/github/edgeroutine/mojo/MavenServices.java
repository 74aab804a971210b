// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import io.github.edgeroutine.mojo.connection.EdgeService;
import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.mojo.reactor.SelectedModules;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** What Maven injects into a goal. Not a component: Maven makes one for each goal. */
record MavenServices(
        MavenSession session,
        MavenProject project,
        MojoExecution execution,
        SettingsDecrypter decrypter,
        SelectedModules modules) {

    @Inject
    MavenServices {}

    /** @param service as the user wrote it; {@code null} and what is wrong stand for the default until it is checked */
    GoalContext goal(Log log, String service) {
        return new GoalContext(
                session, project, execution, log, EdgeService.of(service).traits());
    }
}
