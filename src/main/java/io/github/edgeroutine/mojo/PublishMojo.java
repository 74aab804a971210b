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
 * Publishes one code revision to environments. The build fails if the routine does not run it afterwards. The goal reads
 * the routine first, shows what will change, publishes only to environments that run something else, and reads the routine
 * again.
 *
 * @since 0.1.0
 */
@Mojo(name = "publish", defaultPhase = LifecyclePhase.DEPLOY, requiresProject = false, threadSafe = true)
public final class PublishMojo extends ReportingMojo<PublishRequest> {
    /**
     * The code revision to publish. Give its 19 digits, as the console or <code>status</code> lists them,
     * <code>latest</code> for the newest revision, or <code>@staging</code> for the revision that this environment runs.
     * <strong>Required</strong>, unless <code>upload</code> ran before in the same build.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.codeRevision")
    private String codeRevision;

    /**
     * The environments that get the revision: <code>staging</code>, <code>production</code>, on DCDN canary regions such as
     * <code>presetCanaryZhejiang</code>, or <code>all</code> for all of them except <code>staging</code>.
     * <strong>Required</strong>, unless the steps of <code>rollout</code> name the environments.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.environments")
    private List<String> environments;

    /**
     * The percentage of the requests that the revision gets, on ESA only. The revision that runs there alone keeps the
     * rest. In <code>staging</code> it always gets 100. Not together with <code>rollout</code>. Default: 100. Range: 1 to
     * 100.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.percent")
    private String percent;

    /**
     * Publishes in steps, each given as a <a href="usage.html#step"><code>step</code></a> with <code>percent</code> or
     * <code>environments</code>, and <code>pause</code>. The probes are sent after each step, and the rollout stops at the
     * first failure. Only in the POM. Default: none, everything is published at once.
     *
     * @since 0.1.0
     */
    @Parameter
    private PlexusConfiguration rollout;

    /**
     * What to do if canary regions would keep different code, on DCDN only. With <code>warn</code> the build logs a
     * warning. With <code>fail</code> it stops before anything is written. With <code>ignore</code> it does neither.
     * Values: <code>warn</code>, <code>fail</code>, <code>ignore</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.leftBehind", defaultValue = "warn")
    private String leftBehind;

    /**
     * Fails if the revision has the variables of another environment (<code>variablesOf</code> of <code>upload</code>), on
     * ESA only. Otherwise this is a warning. Values: <code>true</code>, <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.strictVariables", defaultValue = "false")
    private String strictVariables;

    /**
     * Also publishes to environments that already run the revision. Values: <code>true</code>, <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.force", defaultValue = "false")
    private String force;

    /**
     * Restores what ran before, if a publish succeeds only in part or a probe fails. The build still fails. If somebody
     * else has published in the meantime, nothing is restored. Values: <code>true</code>, <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.restoreOnFailure", defaultValue = "false")
    private String restoreOnFailure;

    /**
     * Requests that must have the right answer after the publish, each given as a
     * <a href="usage.html#probe"><code>probe</code></a> with <code>url</code>, <code>status</code>, <code>contains</code>,
     * <code>timeout</code> and <code>local</code>. They are also sent if nothing had to be published. The goal
     * <code>check</code> sends them to the code on this machine, unless <code>local</code> of the probe is false. Only in
     * the POM. Default: none.
     *
     * @since 0.1.0
     */
    @Parameter
    private PlexusConfiguration probes;

    /**
     * Whether a SNAPSHOT version, or a build without a POM, may publish to environments other than <code>staging</code>.
     * Values: <code>true</code>, <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.allowSnapshot", defaultValue = "true")
    private String allowSnapshot;

    /**
     * Publishes only after all modules were built; if one failed, publishes nothing. If one publish cannot be planned, or
     * two modules want different revisions in one environment, nothing is published. It works with <code>-T</code>,
     * <code>-pl</code>, <code>-rf</code> and <code>-fae</code>. Values: <code>true</code>, <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.publishAtEnd", defaultValue = "false")
    private String publishAtEnd;

    /**
     * How many routines <code>publishAtEnd</code> publishes at the same time. The highest value of all modules is used.
     * Range: 1 to 64.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.concurrency", defaultValue = "8")
    private String concurrency;

    /**
     * Does the same checks and shows the same table, but writes nothing. Values: <code>true</code>, <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.dryRun", defaultValue = "false")
    private String dryRun;

    /**
     * How long the plugin waits until all environments show the revision, in each step of a rollout. In seconds, such as
     * 30, 30s or 5m. After this time the build fails and shows what each environment runs. 0 means that the plugin does not
     * check. Range: 0 to 3600 seconds.
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
