// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.publish;

import io.github.edgeroutine.memory.RememberedRun;
import io.github.edgeroutine.mojo.connection.Connection;
import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.mojo.output.CiNotices;
import io.github.edgeroutine.mojo.output.LoggedProgress;
import io.github.edgeroutine.mojo.reactor.RunOfBuild;
import io.github.edgeroutine.report.JsonReport;
import io.github.edgeroutine.report.NextStep;
import io.github.edgeroutine.report.NextSteps;
import io.github.edgeroutine.report.Table;
import io.github.edgeroutine.routine.health.HealthGate;
import io.github.edgeroutine.routine.health.ProbeResult;
import io.github.edgeroutine.routine.publish.Outcome;
import io.github.edgeroutine.routine.publish.Publisher;
import io.github.edgeroutine.routine.rollback.Invocation;
import io.github.edgeroutine.routine.rollback.RunKind;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;

/**
 * A connected goal that publishes or rolls back. It writes its actions into the memory, and reports its outcome.
 *
 * @param remembered writes down what ran before each write
 */
public record PublishSession(
        GoalContext goal, CiNotices ci, Connection service, RunOfBuild run, RememberedRun remembered)
        implements Closeable {

    private static final int FIRST_REDIRECT = 300;

    /** @param service is closed with the session */
    public static PublishSession of(GoalContext goal, CiNotices ci, Connection service, RunKind kind) {
        RunOfBuild run = new RunOfBuild(goal);
        Invocation invocation = new Invocation(run.id(), goal.id());
        LoggedProgress progress = new LoggedProgress(goal.log());
        return new PublishSession(
                goal, ci, service, run, new RememberedRun(service.memories(), invocation, kind, progress));
    }

    /** The publisher. A rollback uses it too. */
    public Publisher publisher() {
        LoggedProgress progress = new LoggedProgress(goal.log());
        HealthGate gate = new HealthGate(service.prober(), service.time(), progress);
        return new Publisher(service.routines(), progress, service.time(), gate, remembered);
    }

    /**
     * Reports the outcome to the log, the file and the CI server.
     *
     * @param message the reason for the publish, in the user's words
     * @throws MojoFailureException if it ended with a failure
     */
    public void report(Outcome ended, Path file, Optional<String> message) throws MojoFailureException {
        Outcome outcome = ended.worded(goal.names()::written);
        Optional<String> line = message.map(service.untrusted());
        tell(outcome);
        remember(outcome);
        List<NextStep> next = next(outcome);
        write(outcome, line, next, file);
        ci.concluded(outcome, line, next, service.simulated());
        if (outcome.failure().isPresent()) {
            throw new MojoFailureException(outcome.failure().get());
        }
        sayWhereToLook(outcome);
    }

    /** Logs the address of a successful probe. Addresses with an error or a redirect do not help the user. */
    private void sayWhereToLook(Outcome outcome) {
        outcome.probes().stream()
                .map(ProbeResult::probe)
                .filter(probe -> probe.status() < FIRST_REDIRECT)
                .findFirst()
                .ifPresent(probe -> goal.log().info("Look at " + probe.address()));
    }

    private void tell(Outcome outcome) {
        outcome.probes().stream()
                .filter(probe -> probe.flaw().isEmpty())
                .forEach(probe -> goal.log().info(probe.toString()));
        if (outcome.isUpToDate()) {
            goal.log().info("Up to date: there was nothing to publish.");
        } else if (outcome.request().dryRun()) {
            goal.log().info("Dry run: nothing was written.");
        } else {
            Table.of(outcome).forEach(goal.log()::info);
        }
    }

    private void remember(Outcome outcome) {
        if (outcome.request().dryRun()) {
            return;
        }
        if (outcome.isUpToDate()) {
            remembered.upToDate(outcome);
        }
        new RunOfBuild(goal)
                .onSuccess(() -> remembered.complete(outcome.request().routine()));
    }

    private List<NextStep> next(Outcome outcome) {
        try {
            return NextSteps.of(
                    outcome,
                    service.memories().of(outcome.request().routine()),
                    service.simulated(),
                    new GoalCommands(goal));
        } catch (IOException | RuntimeException e) {
            // The report warns of a memory that cannot be read.
            return List.of();
        }
    }

    /** Writes the file and its page. An error while writing the report does not change the outcome. */
    private void write(Outcome outcome, Optional<String> message, List<NextStep> next, Path file) {
        try {
            new JsonReport(goal.plugin().getVersion(), service.endpoint(), service.simulated())
                    .write(
                            file,
                            outcome,
                            message,
                            service.memories().of(outcome.request().routine()),
                            next,
                            service.calls().calls().stream()
                                    .map(call -> call.worded(goal.names()::written))
                                    .toList(),
                            service.time().start(),
                            service.time().now());
        } catch (IOException | RuntimeException e) {
            goal.log().warn("The report <reportFile> (-Dedge-routine.reportFile) could not be written: " + e);
        }
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
