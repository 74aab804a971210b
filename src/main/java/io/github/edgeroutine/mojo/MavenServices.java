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

/** What Maven injects into a goal. This is not a component: Maven creates one for each goal. */
record MavenServices(
        MavenSession session,
        MavenProject project,
        MojoExecution execution,
        SettingsDecrypter decrypter,
        SelectedModules modules) {

    @Inject
    MavenServices {}

    /** @param service as the user wrote it. Before the check, {@code null} and invalid words mean the default */
    GoalContext goal(Log log, String service) {
        return new GoalContext(
                session, project, execution, log, EdgeService.of(service).traits());
    }
}
