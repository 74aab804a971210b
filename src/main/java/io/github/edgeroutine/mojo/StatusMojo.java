// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import io.github.edgeroutine.mojo.connection.Connection;
import io.github.edgeroutine.mojo.connection.PendingConnection;
import io.github.edgeroutine.mojo.output.OutputFile;
import io.github.edgeroutine.mojo.output.Stdout;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.report.StatusReport;
import io.github.edgeroutine.report.StatusRequest;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.call.StateReader;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Shows the environments of a routine with their revisions and settings. It also shows which revisions are kept, which of
 * them are unused, and how many more the service takes. It changes nothing and needs no POM.
 *
 * @since 0.1.0
 */
@Mojo(name = "status", requiresProject = false, threadSafe = true)
public final class StatusMojo extends EdgeRoutineMojo<StatusRequest> {

    /**
     * How the state is shown. With <code>table</code> it is a table in the log. With <code>json</code> it is JSON on the
     * standard output: with <code>mvn -q</code>, nothing else is printed there. Values: <code>table</code>,
     * <code>json</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.format", defaultValue = "table")
    private String format;

    /**
     * A JSON file for programs, in UTF-8. It has the same content as <code>format</code> with <code>json</code>. The file
     * is written completely or not at all. Default: none, no file is written.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.outputFile")
    private File outputFile;

    @Inject
    StatusMojo(MavenServices maven) {
        super(maven);
    }

    @Override
    Optional<StatusRequest> validate(ParameterErrors faults) {
        Optional<Boolean> json = faults.require("format", format, "give table or json", text -> {
            if (!text.matches("table|json")) {
                throw new IllegalArgumentException("is '" + text + "', but must be table or json");
            }
            return text.equals("json");
        });
        faults.read("outputFile", new OutputFile(outputFile)::path);
        return routine().require(faults).flatMap(routine -> json.map(asked -> new StatusRequest(routine, asked)));
    }

    @Override
    void run(StatusRequest request, PendingConnection connection) throws GoalFailedException, IOException {
        try (Connection service = connection.openToCount()) {
            RoutineState state = new StateReader(service.routines()).read(request.routine(), "read the state");
            report(
                    request,
                    new StatusReport(
                            request.routine(),
                            state,
                            service.routines().traits().hasSettings()));
        }
    }

    private void report(StatusRequest request, StatusReport report) throws GoalFailedException, IOException {
        if (request.json()) {
            Stdout.print(report.json());
        } else {
            report.table().forEach(goal().log()::info);
        }
        new OutputFile(outputFile).writeJson(report.json());
    }
}
