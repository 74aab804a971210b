// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.output;

import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.report.CiServer;
import io.github.edgeroutine.report.NextStep;
import io.github.edgeroutine.report.StepSummary;
import io.github.edgeroutine.routine.publish.Outcome;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reports the result to the CI server, if there is one.
 *
 * @param wanted {@code false} in any spelling to report nothing; an invalid value is reported
 */
public record CiNotices(GoalContext goal, String wanted) {

    /** Reports the end of the goal, with or without a failure. */
    public void concluded(Outcome outcome, Optional<String> message, List<NextStep> next, boolean simulated) {
        Optional<String> summary = variable("GITHUB_STEP_SUMMARY");
        if (isWanted() && summary.isPresent()) {
            attempt(() -> StepSummary.append(Path.of(summary.get()), outcome, message, next, simulated));
        }
    }

    /** @param failure one line */
    public void failed(String failure) {
        CiServer.of(goal.session().getSystemProperties())
                .filter(server -> isWanted())
                .ifPresent(server -> attempt(() -> {
                    Optional<String> command = server.command(failure);
                    if (command.isPresent()) {
                        Stdout.print(command.get());
                    }
                    Optional<String> report = server.codeQualityReport(failure, this::place);
                    if (report.isPresent()) {
                        Files.createDirectories(goal.directory());
                        Files.writeString(goal.directory().resolve("gl-code-quality.json"), report.get());
                    }
                }));
    }

    /**
     * The POM of the module, relative to the root of the repository. Not the file of the project: other plugins replace
     * it by a generated file.
     */
    private String place() {
        Path pom = Optional.ofNullable(goal.project().getModel().getPomFile())
                .orElseGet(() -> new File(goal.project().getBasedir(), "pom.xml"))
                .toPath();
        Path root = Path.of(variable("CI_PROJECT_DIR").orElse(""));
        return root.toAbsolutePath().relativize(pom.toAbsolutePath()).toString().replace('\\', '/');
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(goal.session().getSystemProperties().getProperty("env." + name))
                .filter(value -> !value.isEmpty());
    }

    private boolean isWanted() {
        return !wanted.strip().equalsIgnoreCase("false");
    }

    @FunctionalInterface
    private interface Telling {

        void run() throws IOException;
    }

    /** Catches every exception, so that the outcome of the goal does not change and its failure is reported. */
    private void attempt(Telling telling) {
        try {
            telling.run();
        } catch (IOException | RuntimeException e) {
            goal.log()
                    .warn("The result could not be reported to the CI server: " + e
                            + ". To turn this off, set <ci>false</ci> (-Dedge-routine.ci=false).");
        }
    }
}
