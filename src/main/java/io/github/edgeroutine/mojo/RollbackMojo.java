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
 * Takes back the last run. Each environment that this run wrote to gets the revision that ran there before. It covers
 * every routine of the module, or of all selected modules. A run is one call of Maven that wrote something, also a
 * rollback: a second rollback restores what the first one replaced. If somebody else has published since, the goal fails
 * and writes nothing. The earlier revisions are saved in <code>.cache/edge-routine-maven-plugin</code> of the local
 * repository, so <code>mvn clean</code> does not delete them. With <code>name</code> on the command line, or called as
 * <code>rollback@id</code> for an execution with a <code>name</code>, the goal takes back only this routine. On another
 * machine, give a <code>codeRevision</code>. It needs no POM.
 *
 * @since 0.1.0
 */
@Mojo(name = "rollback", requiresProject = false, threadSafe = true)
public final class RollbackMojo extends ReportingMojo<RollbackRequest> {

    private static final String PREVIOUS = "previous";

    /**
     * The revision to go back to. Give its digits, as the console or <code>status</code> lists them, <code>previous</code>,
     * <code>latest</code>, or <code>@staging</code> for the revision that this environment runs. The word
     * <code>previous</code> means the newest revision that is older than the one that an environment runs. Only on the
     * command line: in the POM this parameter is for <code>publish</code>. Default: the revision that ran before the last
     * run.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.codeRevision")
    private String codeRevision;

    /**
     * The environments to roll back, with commas between them. With a <code>codeRevision</code>, <code>all</code> means
     * production and every canary region of the routine. Only on the command line: in the POM this parameter is for
     * <code>publish</code>. Default: all environments that the last run wrote to.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.environments")
    private List<String> environments;

    /**
     * Also rolls back if somebody else has published since the last run, or if the state of the routine cannot be read.
     * Values: <code>true</code>, <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.force", defaultValue = "false")
    private String force;

    /**
     * Does the same checks and shows the same table, but writes nothing. Values: <code>true</code>, <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.dryRun", defaultValue = "false")
    private String dryRun;

    /**
     * How long the plugin waits until all environments show the revision. In seconds, such as 30, 30s or 5m. After this
     * time the build fails and shows what each environment runs. 0 means that the plugin does not check. Range: 0 to 3600
     * seconds.
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
