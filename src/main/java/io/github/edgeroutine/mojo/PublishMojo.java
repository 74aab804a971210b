// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import io.github.edgeroutine.mojo.connection.PendingConnection;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.mojo.parameters.ParameterText;
import io.github.edgeroutine.mojo.publish.DeferredPublishes;
import io.github.edgeroutine.mojo.publish.PublishParameters;
import io.github.edgeroutine.mojo.publish.PublishTask;
import io.github.edgeroutine.routine.publish.PublishRequest;
import java.io.IOException;
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
public final class PublishMojo extends ReportingMojo<PublishRequest> {
    /**
     * The code revision to publish: the 19 digits that the console lists; <code>latest</code> for the newest one; or
     * <code>@staging</code> and the like for the one that this environment runs. Required unless the goal is skipped.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.codeRevision")
    private String codeRevision;

    /**
     * The environments that shall run the revision: <code>staging</code>, <code>production</code>, on DCDN canary regions
     * such as <code>presetCanaryZhejiang</code>, or <code>all</code> but staging. Required unless the goal is skipped.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.environments")
    private List<String> environments;

    /**
     * The share of the requests that the revision gets, from 1 to 100. What runs there alone keeps the rest;
     * <code>staging</code> always gets 100. Excludes <code>rollout</code>. ESA alone. By default 100.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.percent")
    private String percent;

    /**
     * Publishes in steps: each <code>step</code> has a <code>percent</code> (ESA; a step of 100 is added) or
     * <code>environments</code> (DCDN; those of the goal may be missing then), and a <code>pause</code> in seconds (by
     * default 0). The probes are asked after each step; a failure ends the rollout. Only in the POM.
     *
     * @since 0.1.0
     */
    @Parameter
    private PlexusConfiguration rollout;

    /**
     * What to do if a publish to production alone would leave canary regions on other code: <code>warn</code>,
     * <code>fail</code> before anything is written, or <code>ignore</code>. DCDN alone.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.leftBehind", defaultValue = "warn")
    private String leftBehind;

    /**
     * Fails, in place of a warning, if the revision has variables of another environment (<code>variablesOf</code> of
     * <code>upload</code>). ESA alone. Takes <code>true</code> or <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.strictVariables", defaultValue = "false")
    private String strictVariables;

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
     * What must hold after a publish, also if all was up to date: each <code>probe</code> has a <code>url</code>, a
     * <code>status</code> (by default 200), a text that the body <code>contains</code>, and a <code>timeout</code> in
     * seconds (such as 30, 30s or 5m, by default 30, 0 to 3600). <code>check</code> asks the code, too, unless <code>local</code> is false.
     *
     * @since 0.1.0
     */
    @Parameter
    private PlexusConfiguration probes;

    /**
     * Whether a project with a SNAPSHOT version, or a build without a POM, may publish to more than
     * <code>staging</code>. Takes <code>true</code> or <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.allowSnapshot", defaultValue = "true")
    private String allowSnapshot;

    /**
     * Publishes only after all modules of the reactor were built; if one failed, nothing is published. If one publish
     * cannot be planned, or two want different revisions in one environment, none is carried out. Works with
     * <code>-T</code>, <code>-pl</code>, <code>-rf</code>, <code>-fae</code>. Takes <code>true</code> or <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.publishAtEnd", defaultValue = "false")
    private String publishAtEnd;

    /**
     * How many routines <code>publishAtEnd</code> publishes at once, from 1 to 64; of several modules the highest counts.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.concurrency", defaultValue = "8")
    private String concurrency;

    /**
     * Checks and shows the same, but writes nothing. Takes <code>true</code> or <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.dryRun", defaultValue = "false")
    private String dryRun;

    /**
     * How long the routine may take to show what was published in all environments, and in each step of a rollout, in
     * seconds (such as 30, 30s or 5m), from 0 to 3600; then the build fails and says what is live. 0 does not look.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.verifyTimeout", defaultValue = "60")
    private String verifyTimeout;

    @Inject
    PublishMojo(MavenServices maven) {
        super(maven);
    }

    @Override
    Optional<PublishRequest> validate(ParameterErrors faults) {
        checkReportFile(faults);
        faults.read("concurrency", () -> DeferredPublishes.concurrency(concurrency));
        PublishParameters written = new PublishParameters(
                codeRevision,
                environments,
                percent,
                rollout,
                leftBehind,
                force,
                isPreview() ? "true" : dryRun,
                verifyTimeout,
                restoreOnFailure,
                probes,
                allowSnapshot,
                strictVariables);
        return written.read(routine().require(faults), goal(), connection(), faults);
    }

    @Override
    void run(PublishRequest request, PendingConnection connection) throws IOException, MojoFailureException {
        PublishTask task = new PublishTask(
                goal(), ci(), request, connection, connection().account(goal()), reportFile(), messageOrCommit());
        if (ParameterText.isOn(publishAtEnd)) {
            DeferredPublishes.defer(task, DeferredPublishes.concurrency(concurrency));
            return;
        }
        task.publish();
    }
}
