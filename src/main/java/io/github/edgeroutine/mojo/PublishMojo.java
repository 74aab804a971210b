package io.github.edgeroutine.mojo;

import io.github.edgeroutine.report.JsonReport;
import io.github.edgeroutine.report.Table;
import io.github.edgeroutine.routine.CallLog;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.LeftBehind;
import io.github.edgeroutine.routine.Outcome;
import io.github.edgeroutine.routine.Publisher;
import io.github.edgeroutine.routine.RevisionChoice;
import io.github.edgeroutine.routine.RevisionChoice.Exactly;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.Targets;
import io.github.edgeroutine.routine.Wish;
import io.github.edgeroutine.simulator.Account;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Publishes one code revision of an Edge Routine to environments, and fails the build unless the routine then shows it.
 * Reads the routine first (<code>DescribeRoutine</code>), prints what will change, publishes only what differs
 * (<code>PublishRoutineCodeRevision</code>), and reads it again.
 *
 * @since 0.1.0
 */
@Mojo(name = "publish", defaultPhase = LifecyclePhase.DEPLOY, requiresProject = false, threadSafe = true)
public final class PublishMojo extends EdgeRoutineMojo<Wish> {

    /**
     * The name of the routine, as the DCDN console lists it. Required unless the goal is skipped.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.name")
    private String name;

    /**
     * The code revision to publish: the 19 digits that the DCDN console lists beside each version of the routine's
     * code; or <code>latest</code> for the newest revision; or <code>@staging</code>, <code>@production</code> and the
     * like for the one that this environment runs now. Required unless the goal is skipped.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.codeRevision")
    private String codeRevision;

    /**
     * The environments that shall run the revision: <code>staging</code>, <code>production</code> or canary regions
     * such as <code>presetCanaryZhejiang</code>, or <code>all</code> for production and every canary of the routine; on
     * the command line with commas between them. Required unless the goal is skipped, and without a default, so that
     * nothing reaches production unasked.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.environments")
    private List<String> environments;

    /**
     * What to do about canary regions that a publish to production leaves on other code: <code>warn</code>,
     * <code>fail</code> before anything is written, or <code>ignore</code>. A canary region has left production, so
     * naming <code>production</code> alone does not reach it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.leftBehind", defaultValue = "warn")
    private String leftBehind;

    /**
     * Publishes also where the revision runs already.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.force", defaultValue = "false")
    private boolean force;

    /**
     * Does everything but the write, with the same checks and the same table.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.dryRun", defaultValue = "false")
    private boolean dryRun;

    /**
     * How long the routine may take to show what was published, in seconds, from 0 to 3600; then the build fails and
     * says what is live where. 0 does not look.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.verifyTimeout", defaultValue = "60")
    private int verifyTimeout;

    /**
     * Puts back what ran before, if a publish succeeds only in part. The build fails all the same.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.restoreOnFailure", defaultValue = "false")
    private boolean restoreOnFailure;

    /**
     * Whether a project with a SNAPSHOT version may publish to more than <code>staging</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.allowSnapshot", defaultValue = "true")
    private boolean allowSnapshot;

    /**
     * The file that tells programs how the publish ended; it is written on failure and on a dry run too. A second
     * execution in the same module needs another file. By default <code>target/edge-routine/publish.json</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.reportFile")
    private File reportFile;

    @Parameter(defaultValue = "${project.version}", readonly = true)
    private String projectVersion;

    @Parameter(defaultValue = "${plugin.version}", readonly = true)
    private String pluginVersion;

    @Inject
    PublishMojo(MavenSession session, SettingsDecrypter decrypter) {
        super(session, decrypter);
    }

    @Override
    Optional<Wish> wish(Faults faults) {
        Optional<RoutineName> routine = faults.require(
                "name", name, "give the name of the routine, as the DCDN console lists it", RoutineName::new);
        Optional<RevisionChoice> revision = faults.require(
                "codeRevision",
                codeRevision,
                "give the 19 digits of the revision, as the DCDN console lists them",
                RevisionChoice::parse);
        Optional<Targets> targets =
                faults.read("environments", () -> Targets.parse(environments == null ? List.of() : environments));
        Optional<LeftBehind> policy =
                faults.require("leftBehind", leftBehind, "give warn, fail or ignore", LeftBehind::parse);
        Duration patience = seconds("verifyTimeout", verifyTimeout, 0, faults);
        if (!allowSnapshot
                && projectVersion.endsWith("-SNAPSHOT")
                && targets.filter(Targets::reachUsers).isPresent()) {
            faults.add("allowSnapshot", "is false, so version " + projectVersion + " may reach staging alone");
        }
        return routine.isEmpty() || revision.isEmpty() || targets.isEmpty() || policy.isEmpty()
                ? Optional.empty()
                : Optional.of(new Wish(
                        routine.get(),
                        revision.get(),
                        targets.get(),
                        policy.get(),
                        force,
                        dryRun,
                        patience,
                        restoreOnFailure));
    }

    @Override
    void prepare(Account account, Wish wish) {
        String routine = wish.routine().text();
        List<String> names =
                wish.targets().named().stream().map(Environment::name).toList();
        if (wish.revision() instanceof Exactly exactly) {
            account.ensure(routine, exactly.revision().digits(), names);
        } else {
            account.ensure(routine, names);
        }
    }

    @Override
    void act(Wish wish, Service service) throws MojoExecutionException, MojoFailureException {
        Clock clock = Clock.systemUTC();
        Instant started = clock.instant();
        CallLog calls = new CallLog(service.routines(), clock);
        Outcome outcome = new Publisher(calls, new LoggedProgress(getLog()), pause -> Thread.sleep(pause.toMillis()))
                .publish(wish);
        tell(outcome);
        Path file = reportFile == null ? directory().resolve("publish.json") : reportFile.toPath();
        JsonReport report = new JsonReport(pluginVersion, service.endpoint(), service.simulated());
        try {
            report.write(file, outcome, calls.calls(), started, clock.instant());
        } catch (IOException e) {
            getLog().warn("The report <reportFile> (-Dedge-routine.reportFile) could not be written: " + e);
        }
        if (outcome.failure().isPresent()) {
            throw new MojoFailureException(outcome.failure().get());
        }
    }

    private void tell(Outcome outcome) {
        if (outcome.wish().dryRun()) {
            getLog().info("Dry run: nothing was written.");
        } else if (outcome.isUpToDate()) {
            getLog().info("Up to date: there was nothing to publish.");
        } else {
            Table.of(outcome).forEach(getLog()::info);
        }
    }
}
