// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import static java.util.stream.Collectors.joining;

import io.github.edgeroutine.memory.RememberedRun;
import io.github.edgeroutine.mojo.connection.Connection;
import io.github.edgeroutine.mojo.connection.Connector;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.mojo.parameters.ParameterText;
import io.github.edgeroutine.mojo.reactor.SelectedModules;
import io.github.edgeroutine.report.RoutineReport;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.publish.Outcome;
import io.github.edgeroutine.routine.publish.RevisionChoice;
import io.github.edgeroutine.routine.publish.Targets;
import io.github.edgeroutine.routine.rollback.Rollback;
import io.github.edgeroutine.routine.rollback.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;

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
public final class RollbackMojo extends PublishingMojo<RollbackMojo.RollbackRequest> {

    private static final String PREVIOUS = "previous";

    /**
     * @param routine empty for all of the module's last run
     * @param alone whether the routine alone is meant, whatever else its module's last run wrote
     * @param revision the choice of the user; empty for what is remembered, or for the previous one
     * @param previous whether the newest revision that is older than what runs is meant
     * @param targets empty for all that are remembered
     */
    record RollbackRequest(
            Optional<RoutineName> routine,
            boolean alone,
            Optional<RevisionChoice> revision,
            boolean previous,
            Optional<Targets> targets,
            boolean force,
            Duration verifyTimeout) {}

    /**
     * The revision to go back to, instead of the one that ran before the last run: digits; <code>previous</code> for the
     * newest one that is older than what an environment runs; <code>latest</code> for the newest one; or
     * <code>@staging</code> and the like for what that environment runs. Counts only from the command line: in the POM it
     * says what to publish.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.codeRevision")
    private String codeRevision;

    /**
     * The environments to put back, instead of all that the last run wrote to; on the command line with commas between
     * them. With a <code>codeRevision</code>, <code>all</code> is production and every canary that the routine has. Counts
     * only from the command line: in the POM it says where to publish.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.environments")
    private List<String> environments;

    /**
     * Whether to roll back also where somebody else has published since the last run, and where the state of the routine
     * cannot be read. Takes <code>true</code> or
     * <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.force", defaultValue = "false")
    private String force;

    @Inject
    RollbackMojo(MavenSession session, SettingsDecrypter decrypter, SelectedModules modules) {
        super(session, decrypter, modules);
    }

    /** A rehearsal of a module has an account of its own, which no other module can take back. */
    @Override
    boolean hasRoutine(MavenProject module) {
        return super.hasRoutine(module) || isRehearsed(module);
    }

    private boolean isRehearsed(MavenProject module) {
        Optional<String> asked = commandLine("name").map(String::strip);
        try {
            return isRehearsal()
                    && Connector.rehearsed(directory(module)).all().stream()
                            .map(memory -> memory.routine().text())
                            .anyMatch(routine -> asked.isEmpty() || asked.get().equals(routine));
        } catch (IOException | IllegalArgumentException e) {
            // The goal says what is wrong with a memory or with a switch when it runs in the module.
            return true;
        }
    }

    @Override
    Optional<RollbackRequest> request(ParameterErrors faults) {
        Duration patience = verifyTimeout(faults, Duration.ZERO);
        Optional<RoutineName> routine = routine(faults);
        Optional<String> revision = commandLine("codeRevision").map(String::strip);
        boolean previous = revision.filter(PREVIOUS::equals).isPresent();
        Optional<RevisionChoice> choice = revision.filter(text -> !text.equals(PREVIOUS))
                .flatMap(text -> faults.read("codeRevision", () -> RevisionChoice.parse(text)));
        Optional<Targets> targets = commandLine("environments")
                .flatMap(names -> faults.read("environments", () -> Targets.parse(List.of(names.split(",")))));
        return Optional.of(new RollbackRequest(
                routine, isOfOneRoutine(), choice, previous, targets, ParameterText.isOn(force), patience));
    }

    private Optional<String> commandLine(String parameter) {
        return Optional.ofNullable(session().getUserProperties().getProperty("edge-routine." + parameter));
    }

    @Override
    void act(RollbackRequest request, Connection service)
            throws GoalFailedException, IOException, MojoFailureException {
        RememberedRun remembered = remembered(service, Run.Kind.ROLLBACK);
        Rollback rollback = new Rollback(publisher(service, remembered), isDryRun(), request.verifyTimeout());
        List<Supplier<Outcome>> parts = request.previous() || request.revision().isPresent()
                ? new ChosenRollback(this, request, service).parts(rollback)
                : new TakeBack(this, request, service).parts(rollback, remembered);
        List<MojoFailureException> failures = new ArrayList<>();
        for (Supplier<Outcome> part : parts) {
            Outcome outcome = part.get();
            try {
                conclude(service, remembered, outcome, parts.size() == 1 ? reportFile() : reportFile(outcome));
            } catch (MojoFailureException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw new MojoFailureException(
                    failures.stream().map(Throwable::getMessage).collect(joining(" ")));
        }
    }

    MojoFailureException namesNoRoutine() {
        ParameterErrors faults = new ParameterErrors();
        faults.add(
                "name",
                "is missing, and this machine remembers no publish of module " + id(project()) + ": " + nameHint());
        return faults.failure();
    }

    /** Of several routines each has its own, or the last would replace the others. */
    private Path reportFile(Outcome outcome) {
        return RoutineReport.beside(reportFile(), outcome.request().routine());
    }
}
