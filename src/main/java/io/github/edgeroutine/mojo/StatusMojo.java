// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import io.github.edgeroutine.mojo.connection.Connection;
import io.github.edgeroutine.mojo.output.Stdout;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.mojo.reactor.SelectedModules;
import io.github.edgeroutine.report.StatusReport;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.call.StateReader;
import java.io.IOException;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Shows what runs where: the environments of an Edge Routine with their revisions and settings, and the revisions that are
 * kept, with what is unused and how many of ten are left. Needs no POM.
 *
 * @since 0.1.0
 */
@Mojo(name = "status", requiresProject = false, threadSafe = true)
public final class StatusMojo extends EdgeRoutineMojo<RoutineName> {

    /**
     * How to show it: as a <code>table</code> in the log, or as <code>json</code> on the standard output, which is alone
     * there with <code>mvn -q</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.format", defaultValue = "table")
    private String format;

    @Inject
    StatusMojo(MavenSession session, SettingsDecrypter decrypter, SelectedModules modules) {
        super(session, decrypter, modules);
    }

    @Override
    Optional<RoutineName> request(ParameterErrors faults) {
        faults.require("format", format, "give table or json", text -> {
            if (!text.matches("table|json")) {
                throw new IllegalArgumentException("'" + text + "' is neither table nor json");
            }
            return text;
        });
        return requireRoutine(faults);
    }

    @Override
    void act(RoutineName routine, Connection service) throws GoalFailedException, IOException {
        StatusReport report =
                new StatusReport(routine, new StateReader(service.routines()).read(routine, "read the state"));
        if (format.strip().equals("json")) {
            Stdout.print(report.json());
        } else {
            report.table().forEach(getLog()::info);
        }
    }
}
