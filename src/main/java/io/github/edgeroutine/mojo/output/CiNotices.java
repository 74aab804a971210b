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
 * Tells the CI server, where there is one, what else only the log would tell.
 *
 * @param wanted {@code false} in any spelling if the user wants nothing to be told; that it is odd, is told
 */
public record CiNotices(GoalContext goal, String wanted) {

    /** It ended, with or without a failure. */
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
     * The POM of the module, from the root of the repository. Not the project's file: other plugins put one there that they
     * generate, and no repository has that.
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

    /** Whatever goes wrong here, the outcome of the goal stays as it is, and its failure is told. */
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
