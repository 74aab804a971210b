// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import io.github.edgeroutine.memory.RememberedRun;
import io.github.edgeroutine.mojo.connection.Connection;
import io.github.edgeroutine.mojo.connection.PendingConnection;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.mojo.parameters.ParameterText;
import io.github.edgeroutine.mojo.parameters.ProbeSetting;
import io.github.edgeroutine.mojo.reactor.SelectedModules;
import io.github.edgeroutine.mojo.reactor.ToBeUploaded;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.publish.LeftBehind;
import io.github.edgeroutine.routine.publish.Probe;
import io.github.edgeroutine.routine.publish.PublishRequest;
import io.github.edgeroutine.routine.publish.RevisionChoice;
import io.github.edgeroutine.routine.publish.RevisionChoice.Exactly;
import io.github.edgeroutine.routine.publish.Targets;
import io.github.edgeroutine.routine.rollback.Run;
import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.artifact.ArtifactUtils;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * Publishes one code revision of an Edge Routine to environments, and fails the build unless the routine then shows it.
 * Reads the routine first (<code>DescribeRoutine</code>), prints what will change, publishes only what differs
 * (<code>PublishRoutineCodeRevision</code>), and reads it again.
 *
 * @since 0.1.0
 */
@Mojo(name = "publish", defaultPhase = LifecyclePhase.DEPLOY, requiresProject = false, threadSafe = true)
public final class PublishMojo extends PublishingMojo<PublishRequest> {

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
     * such as <code>presetCanaryZhejiang</code>, or <code>all</code> for production and every canary of the routine; with
     * commas between them on the command line, and also within one element. A build whose executions differ in it
     * refuses it on the command line. Required unless the goal is skipped, and without a default, so that
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
     * Publishes also where the revision runs already. Takes <code>true</code> or
     * <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.force", defaultValue = "false")
    private String force;

    /**
     * Puts back what ran before, if a publish succeeds only in part or a probe fails. The build fails all the same. An
     * environment that somebody else published to meanwhile is left alone. Takes <code>true</code> or
     * <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.restoreOnFailure", defaultValue = "false")
    private String restoreOnFailure;

    /**
     * What must hold after a publish, each a <code>probe</code> with a <code>url</code>, a <code>status</code> (by default
     * 200), a text that the body <code>contains</code>, and a <code>timeout</code> (by default 30 seconds, 0 to 3600, such as 30, 30s or 5m) within which it
     * must come true. They are asked also when everything is up to date. If one does not hold, the build fails; with <code>restoreOnFailure</code> the earlier revisions come back
     * first. The address is printed without its query, which is not a place for a secret. Only in the POM.
     *
     * @since 0.1.0
     */
    @Parameter
    private PlexusConfiguration probes;

    /**
     * Whether a project with a SNAPSHOT version may publish to more than <code>staging</code>. What a SNAPSHOT is, Maven
     * decides, in capitals or not. Without a POM there is no version, so <code>false</code> allows only
     * <code>staging</code>. Takes <code>true</code> or
     * <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.allowSnapshot", defaultValue = "true")
    private String allowSnapshot;

    /**
     * Publishes nothing until every module of the reactor has come through, and nothing at all if one of them failed.
     * First all publishes are planned and shown as one table; if one cannot be planned, or two want different revisions in
     * the same environment, none is carried out. Works with <code>-T</code>, <code>-pl</code>, <code>-rf</code> and
     * <code>--fail-at-end</code>. Takes <code>true</code> or
     * <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.publishAtEnd", defaultValue = "false")
    private String publishAtEnd;

    /**
     * How many routines <code>publishAtEnd</code> publishes at the same time, from 1 to 64. Of several modules the highest
     * counts. The calls of a build stay below the 100 a second that an account has, whatever this is.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.concurrency", defaultValue = "8")
    private String concurrency;

    @Inject
    PublishMojo(MavenSession session, SettingsDecrypter decrypter, SelectedModules modules) {
        super(session, decrypter, modules);
    }

    @Override
    Optional<PublishRequest> request(ParameterErrors faults) {
        Optional<RoutineName> routine = requireRoutine(faults);
        Optional<RevisionChoice> revision =
                new ToBeUploaded(sharedInBuild()).choice(routine, codeRevision, isDryRun(), faults);
        Optional<Targets> targets = faults.read("environments", () -> Targets.parse(ParameterText.names(environments)));
        Optional<LeftBehind> policy =
                faults.require("leftBehind", leftBehind, "give warn, fail or ignore", LeftBehind::parse);
        List<Probe> checks = elements("probes", probes, "probe", faults).stream()
                .flatMap(element -> faults
                        .readInPom("probes", () -> ProbeSetting.of(element).probe())
                        .stream())
                .toList();
        Duration patience =
                verifyTimeout(faults, checks.stream().map(Probe::patience).reduce(Duration.ZERO, Duration::plus));
        faults.read("reportFile", this::reportFile);
        faults.read("concurrency", this::concurrency);
        if (!ParameterText.isOn(allowSnapshot)
                && targets.filter(Targets::reachUsers).isPresent()) {
            requireRelease(faults);
        }
        return routine.isEmpty() || revision.isEmpty() || targets.isEmpty() || policy.isEmpty()
                ? Optional.empty()
                : Optional.of(new PublishRequest(
                        routine.get(),
                        revision.get(),
                        targets.get(),
                        policy.get(),
                        ParameterText.isOn(force),
                        isDryRun(),
                        patience,
                        ParameterText.isOn(restoreOnFailure),
                        checks));
    }

    private void requireRelease(ParameterErrors faults) {
        if (project().getFile() == null) {
            faults.add(
                    "allowSnapshot",
                    "is false, but there is no POM whose version can be checked: leave it out, or run Maven where the POM"
                            + " is");
        } else if (ArtifactUtils.isSnapshot(project().getVersion())) {
            faults.add("allowSnapshot", "is false, so version " + project().getVersion() + " may reach staging alone");
        }
    }

    @Override
    void prepare(DcdnAccount account, PublishRequest request) {
        String routine = request.routine().text();
        List<String> names =
                request.targets().named().stream().map(Environment::name).toList();
        if (request.revision() instanceof Exactly exactly) {
            account.ensure(routine, exactly.revision().digits(), names);
        } else {
            account.ensure(routine, names);
        }
    }

    @Override
    void proceed(PublishRequest request, PendingConnection access)
            throws GoalFailedException, IOException, MojoFailureException {
        run();
        if (ParameterText.isOn(publishAtEnd)) {
            DeferredPublishes.publish(this, request, access);
        } else {
            super.proceed(request, access);
        }
    }

    int concurrency() {
        return ParameterText.number(concurrency, 1, 64);
    }

    @Override
    void act(PublishRequest request, Connection service) throws MojoFailureException {
        RememberedRun remembered = remembered(service, Run.Kind.PUBLISH);
        conclude(service, remembered, publisher(service, remembered).publish(request), reportFile());
    }
}
