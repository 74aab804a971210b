// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import io.github.edgeroutine.mojo.connection.PendingConnection;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.mojo.parameters.ParameterText;
import io.github.edgeroutine.mojo.publish.PublishSession;
import io.github.edgeroutine.mojo.publish.RollbackModules;
import io.github.edgeroutine.mojo.publish.VerifyTimeout;
import io.github.edgeroutine.report.RoutineReport;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.call.StateReader;
import io.github.edgeroutine.routine.choice.RevisionChoice;
import io.github.edgeroutine.routine.publish.Outcome;
import io.github.edgeroutine.routine.publish.Rollout;
import io.github.edgeroutine.routine.publish.Targets;
import io.github.edgeroutine.routine.rollback.ChosenRollback;
import io.github.edgeroutine.routine.rollback.NothingRememberedException;
import io.github.edgeroutine.routine.rollback.RememberedStates;
import io.github.edgeroutine.routine.rollback.Rollback;
import io.github.edgeroutine.routine.rollback.RollbackRequest;
import io.github.edgeroutine.routine.rollback.RunKind;
import io.github.edgeroutine.routine.rollback.TakeBack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Takes the last run back: each environment that it wrote to gets the revision that ran there before, in every routine of
 * the module, or of all selected modules. A run is one call of Maven that wrote something, a rollback too: a second
 * rollback brings back what the first one took away. Writes nothing and fails where somebody else has published since. What
 * ran before is remembered in <code>.cache/edge-routine-maven-plugin</code> of the local repository, also after
 * <code>mvn clean</code>. With a <code>name</code> on the command line, or called as <code>rollback@id</code> for an
 * execution that has a <code>name</code>, it takes back that routine alone. Without such a memory it takes a <code>codeRevision</code>. Needs no POM.
 *
 * @since 0.1.0
 */
@Mojo(name = "rollback", requiresProject = false, threadSafe = true)
public final class RollbackMojo extends ReportingMojo<RollbackRequest> {

    private static final String PREVIOUS = "previous";

    /**
     * The revision to go back to, instead of the one that ran before the last run: digits; <code>previous</code> for
     * the newest one that is older than what an environment runs; <code>latest</code> for the newest one; or
     * <code>@staging</code> and the like for what that environment runs. Counts only from the command line: in the POM
     * it says what to publish.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.codeRevision")
    private String codeRevision;

    /**
     * The environments to put back, instead of all that the last run wrote to; on the command line with commas between
     * them. With a <code>codeRevision</code>, <code>all</code> is production and every canary that the routine has.
     * Counts only from the command line: in the POM it says where to publish.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.environments")
    private List<String> environments;

    /**
     * Whether to roll back also where somebody else has published since the last run, and where the state of the
     * routine cannot be read. Takes <code>true</code> or <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.force", defaultValue = "false")
    private String force;

    /**
     * Does everything but the write, with the same checks and the same table. Takes <code>true</code> or
     * <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.dryRun", defaultValue = "false")
    private String dryRun;

    /**
     * How long the routine may take to show what was published in all environments, in seconds (such as 30, 30s or
     * 5m), from 0 to 3600; then the build fails and says what is live where. 0 does not look.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.verifyTimeout", defaultValue = "60")
    private String verifyTimeout;

    @Inject
    RollbackMojo(MavenServices maven) {
        super(maven);
    }

    @Override
    boolean isReached(MavenProject module) {
        return modules().isReached(module);
    }

    private RollbackModules modules() {
        return new RollbackModules(goal(), routine(), connection());
    }

    @Override
    Optional<RollbackRequest> validate(ParameterErrors faults) {
        Duration patience = new VerifyTimeout(verifyTimeout, connection()).read(List.of(), Rollout.AT_ONCE, faults);
        Optional<RoutineName> routine = routine().find(faults);
        Optional<String> revision = goal().commandLine("codeRevision").map(String::strip);
        boolean previous = revision.filter(PREVIOUS::equals).isPresent();
        Optional<RevisionChoice> choice = revision.filter(text -> !text.equals(PREVIOUS))
                .flatMap(text -> faults.read("codeRevision", () -> RevisionChoice.parse(text, goal().service())));
        Optional<Targets> targets = goal().commandLine("environments")
                .flatMap(names ->
                        faults.read("environments", () -> Targets.parse(List.of(names.split(",")), goal().service())));
        return Optional.of(new RollbackRequest(
                routine,
                routine().isAlone(),
                choice,
                previous,
                targets,
                ParameterText.isOn(force),
                ParameterText.isOn(dryRun),
                patience));
    }

    @Override
    void run(RollbackRequest request, PendingConnection connection)
            throws GoalFailedException, IOException, MojoFailureException {
        try (PublishSession session =
                PublishSession.of(goal(), ci(), connection.openToPublish(Optional.empty()), RunKind.ROLLBACK)) {
            report(session, parts(request, session));
        } catch (NothingRememberedException e) {
            ParameterErrors faults = new ParameterErrors();
            faults.add(
                    "name",
                    "is missing, and this machine has no record of a publish of module " + goal().id() + ": "
                            + routine().hint());
            throw faults.failure();
        }
    }

    private List<Supplier<Outcome>> parts(RollbackRequest request, PublishSession session)
            throws GoalFailedException, IOException, NothingRememberedException {
        Rollback rollback =
                new Rollback(session.publisher(), request.force(), request.dryRun(), request.verifyTimeout());
        RememberedStates states = new RememberedStates(
                session.service().memories(), new StateReader(session.service().routines()), request.force());
        return request.isChosen()
                ? new ChosenRollback(request, states, goal().id()).parts(rollback)
                : new TakeBack(request, states, modules().scope(), session.remembered()::begin)
                        .parts(rollback, modules().elsewhere(), goal().log()::info);
    }

    /** Runs and reports each part, also after one failed. */
    private void report(PublishSession session, List<Supplier<Outcome>> parts) throws MojoFailureException {
        List<String> failures = new ArrayList<>();
        for (Supplier<Outcome> part : parts) {
            Outcome outcome = part.get();
            Path file = reportFile();
            try {
                // Each of several routines has its own file. Otherwise the last one would replace the others.
                session.report(
                        outcome,
                        parts.size() == 1
                                ? file
                                : RoutineReport.beside(file, outcome.request().routine()),
                        message());
            } catch (MojoFailureException e) {
                failures.add(e.getMessage());
            }
        }
        if (!failures.isEmpty()) {
            throw new MojoFailureException(String.join(" ", failures));
        }
    }
}
