// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import io.github.edgeroutine.mojo.connection.Connection;
import io.github.edgeroutine.mojo.connection.PendingConnection;
import io.github.edgeroutine.mojo.output.OutputFile;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.mojo.parameters.ParameterText;
import io.github.edgeroutine.report.CodeDifference;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.choice.KeptCode;
import io.github.edgeroutine.source.CodeFile;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Compares the code that an environment runs with <code>codeFile</code>. The log shows a unified diff. Do not use it if the
 * code contains secrets. It changes nothing and needs no POM.
 *
 * @since 0.1.0
 */
@Mojo(name = "diff", requiresProject = false, threadSafe = true)
public final class DiffMojo extends EdgeRoutineMojo<DiffMojo.DiffRequest> {

    record DiffRequest(RoutineName routine, Environment environment, CodeFile file) {}

    private record Compared(
            int schemaVersion,
            String routine,
            String environment,
            String revision,
            String codeFile,
            boolean same,
            List<String> diff) {}

    /**
     * The environment whose code is compared. Give exactly one, for example
     * <code>-Dedge-routine.environments=production</code>. <strong>Required</strong>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.environments")
    private List<String> environments;

    /**
     * The file that is compared: one file of JavaScript, as for <code>upload</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.codeFile", defaultValue = "src/main/edge-routine/index.js")
    private File codeFile;

    /**
     * Fails if the code is different. A nightly job can find changes that were made in the console in this way. Values:
     * <code>true</code>, <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.failOnDifference", defaultValue = "false")
    private String failOnDifference;

    /**
     * A JSON file for programs, in UTF-8. It has the routine, the environment, its revision, whether the code is the same,
     * and all lines of the diff. It is also written if the goal then fails because of <code>failOnDifference</code>.
     * Default: none, no file is written.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.outputFile")
    private File outputFile;

    @Inject
    DiffMojo(MavenServices maven) {
        super(maven);
    }

    @Override
    Optional<DiffRequest> validate(ParameterErrors faults) {
        Optional<CodeFile> file = faults.read(
                "codeFile",
                () -> CodeFile.read(codeFile.toPath(), goal().service().largestCode()));
        faults.read("outputFile", new OutputFile(outputFile)::path);
        Optional<Environment> environment = faults.read("environments", this::environment);
        return routine()
                .require(faults)
                .flatMap(routine ->
                        file.flatMap(code -> environment.map(where -> new DiffRequest(routine, where, code))));
    }

    private Environment environment() {
        List<String> names = ParameterText.names(environments);
        if (names.size() != 1) {
            throw new IllegalArgumentException("must name exactly one environment, such as production; it names "
                    + (names.isEmpty() ? "none" : String.join(", ", names)));
        }
        return goal().service().environment(names.get(0));
    }

    @Override
    void run(DiffRequest request, PendingConnection connection) throws GoalFailedException, IOException {
        try (Connection service = connection.open()) {
            KeptCode kept = KeptCode.runningIn(service.routines(), request.routine(), request.environment());
            boolean same = kept.code().is(request.file().content());
            List<String> lines = same ? List.of() : difference(request, kept);
            new OutputFile(outputFile)
                    .write(new Compared(
                            1,
                            request.routine().text(),
                            request.environment().name(),
                            kept.revision().digits(),
                            request.file().path().toString(),
                            same,
                            lines));
            String what = "Environment " + request.environment() + " of routine " + request.routine()
                    + " runs revision " + kept.revision() + ". Its code ";
            if (same) {
                goal().log().info(what + "is the same as " + request.file() + ".");
                return;
            }
            String differs = what + "differs from " + request.file() + ", see {codeFile}";
            if (ParameterText.isOn(failOnDifference)) {
                throw new GoalFailedException(differs
                        + " and the diff above. Publish the file, or download the code with edge-routine:download.");
            }
            goal().log().info(differs + ".");
        }
    }

    private List<String> difference(DiffRequest request, KeptCode kept) {
        CodeDifference difference = CodeDifference.of(
                request.environment() + " " + kept.revision(),
                kept.code().likeliest(),
                request.file().path().getFileName().toString(),
                request.file().content());
        difference.shortened().forEach(goal().log()::info);
        if (difference.lines().isEmpty()) {
            goal().log().info("The lines are the same. Only line endings, or bytes that are not text, differ.");
        }
        return difference.lines();
    }
}
