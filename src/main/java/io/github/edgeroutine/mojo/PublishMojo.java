// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import io.github.edgeroutine.mojo.connection.PendingConnection;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.mojo.parameters.ParameterText;
import io.github.edgeroutine.mojo.parameters.ProbeSetting;
import io.github.edgeroutine.mojo.publish.DeferredPublishes;
import io.github.edgeroutine.mojo.publish.PublishSession;
import io.github.edgeroutine.mojo.publish.PublishTask;
import io.github.edgeroutine.mojo.publish.SnapshotRule;
import io.github.edgeroutine.mojo.publish.ToBeUploaded;
import io.github.edgeroutine.mojo.publish.VerifyTimeout;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.health.Probe;
import io.github.edgeroutine.routine.publish.LeftBehind;
import io.github.edgeroutine.routine.publish.PublishRequest;
import io.github.edgeroutine.routine.publish.RevisionChoice;
import io.github.edgeroutine.routine.publish.Targets;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * Publishes one code revision of an Edge Routine to environments, and fails the build unless the routine then shows it.
 * Reads the routine first, prints what will change, publishes only what differs, and reads it again.
 *
 * @since 0.1.0
 */
@Mojo(name = "publish", defaultPhase = LifecyclePhase.DEPLOY, requiresProject = false, threadSafe = true)
public final class PublishMojo extends EdgeRoutineMojo<PublishRequest> {

    /**
     * The code revision to publish: the 19 digits that the console lists; <code>latest</code> for the newest one;
     * or <code>@staging</code>, <code>@production</code> and the like for the one that this environment runs now.
     * Required unless the goal is skipped.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.codeRevision")
    private String codeRevision;

    /**
     * The environments that shall run the revision: <code>staging</code>, <code>production</code> or canary regions
     * such as <code>presetCanaryZhejiang</code>, or <code>all</code> for production and every canary of the routine.
     * Commas may stand between them. A build whose executions differ in it refuses it on the command line. Required
     * unless the goal is skipped: nothing reaches production unasked.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.environments")
    private List<String> environments;

    /**
     * What to do about canary regions that a publish to production leaves on other code: <code>warn</code>,
     * <code>fail</code> before anything is written, or <code>ignore</code>. Naming <code>production</code> alone
     * reaches no canary.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.leftBehind", defaultValue = "warn")
    private String leftBehind;

    /**
     * Publishes also where the revision runs already. Takes <code>true</code> or <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.force", defaultValue = "false")
    private String force;

    /**
     * Puts back what ran before, if a publish succeeds only in part or a probe fails; the build fails all the same.
     * Where somebody else published meanwhile, nothing is put back. Takes <code>true</code> or <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.restoreOnFailure", defaultValue = "false")
    private String restoreOnFailure;

    /**
     * What must hold after a publish, each a <code>probe</code> with a <code>url</code>, a <code>status</code> (by
     * default 200), a text that the body <code>contains</code>, and a <code>timeout</code> (by default 30 seconds, 0 to
     * 3600, such as 30, 30s or 5m) within which it must come true. They are asked also when everything is up to date.
     * If one does not hold, the build fails; with <code>restoreOnFailure</code> the earlier revisions come back first.
     * The address is printed without its query. Only in the POM.
     *
     * @since 0.1.0
     */
    @Parameter
    private PlexusConfiguration probes;

    /**
     * Whether a project with a SNAPSHOT version may publish to more than <code>staging</code>. Maven decides what a
     * SNAPSHOT is. Without a POM there is no version: <code>false</code> allows only <code>staging</code> then. Takes
     * <code>true</code> or <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.allowSnapshot", defaultValue = "true")
    private String allowSnapshot;

    /**
     * Publishes nothing until every module of the reactor has come through, and nothing at all if one of them failed.
     * First all publishes are planned and shown as one table; if one cannot be planned, or two want different revisions
     * in the same environment, none is carried out. Works with <code>-T</code>, <code>-pl</code>, <code>-rf</code> and
     * <code>--fail-at-end</code>. Takes <code>true</code> or <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.publishAtEnd", defaultValue = "false")
    private String publishAtEnd;

    /**
     * How many routines <code>publishAtEnd</code> publishes at the same time, from 1 to 64. Of several modules the
     * highest counts. A build makes fewer than 100 calls a second in any case: an account has no more.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.concurrency", defaultValue = "8")
    private String concurrency;

    /**
     * Does everything but the write, with the same checks and the same table. Takes <code>true</code> or
     * <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.dryRun", defaultValue = "false")
    private String dryRun;

    /**
     * How long the routine may take to show what was published, in seconds (such as 30, 30s or 5m), from 0 to 3600;
     * then the build fails and says what is live where. 0 does not look.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.verifyTimeout", defaultValue = "60")
    private String verifyTimeout;

    /**
     * The file that tells programs how it ended; it is written on failure and on a dry run too. Beside it, ending in
     * <code>.html</code>, comes the same as a page for people. By default
     * <code>target/edge-routine/publish.json</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.reportFile")
    private File reportFile;

    @Inject
    PublishMojo(MavenServices maven) {
        super(maven);
    }

    @Override
    Optional<PublishRequest> validate(ParameterErrors faults) {
        boolean dry = ParameterText.isOn(dryRun);
        Optional<RoutineName> routine = routine().require(faults);
        Optional<RevisionChoice> revision = new ToBeUploaded(goal()).choice(routine, codeRevision, dry, faults);
        Optional<Targets> targets =
                faults.read("environments", () -> Targets.parse(ParameterText.names(environments), goal().service()));
        Optional<LeftBehind> canaries =
                faults.require("leftBehind", leftBehind, "give warn, fail or ignore", LeftBehind::parse);
        List<Probe> checks = ProbeSetting.all(probes, goal(), faults);
        Duration patience = new VerifyTimeout(verifyTimeout, connection()).read(checks, faults);
        faults.read("reportFile", () -> goal().reportFile(reportFile));
        faults.read("concurrency", this::concurrency);
        new SnapshotRule(goal().project(), allowSnapshot).check(targets, faults);
        boolean again = ParameterText.isOn(force);
        boolean restore = ParameterText.isOn(restoreOnFailure);
        return routine.flatMap(name -> revision.flatMap(choice -> targets.flatMap(where -> canaries.map(
                policy -> new PublishRequest(name, choice, where, policy, again, dry, patience, restore, checks)))));
    }

    private int concurrency() {
        return ParameterText.number(concurrency, 1, 64);
    }

    @Override
    void run(PublishRequest request, PendingConnection connection) throws IOException, MojoFailureException {
        PublishTask task = new PublishTask(
                goal(), ci(), request, connection, connection().account(goal()), goal().reportFile(reportFile));
        if (ParameterText.isOn(publishAtEnd)) {
            DeferredPublishes.defer(task, concurrency());
            return;
        }
        try (PublishSession session = task.connect()) {
            session.report(session.publisher().publish(request), task.reportFile());
        }
    }
}
