// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import io.github.edgeroutine.mojo.check.ServiceGate;
import io.github.edgeroutine.mojo.code.CheckedCode;
import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.mojo.context.GoalWork;
import io.github.edgeroutine.mojo.output.CiNotices;
import io.github.edgeroutine.mojo.parameters.CheckMode;
import io.github.edgeroutine.mojo.parameters.Intake;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.mojo.parameters.Parameters;
import io.github.edgeroutine.mojo.publish.ToBeUploaded;
import io.github.edgeroutine.mojo.reactor.ExecutionPreview;
import io.github.edgeroutine.mojo.reactor.ModuleExecutions;
import io.github.edgeroutine.routine.health.Probe;
import io.github.edgeroutine.routine.publish.PublishRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Checks what the later goals of the module will do, before anything is deployed, and writes nothing. It checks the
 * parameters of every execution of this plugin, and the code of <code>upload</code>. If Node.js is found, it runs the code
 * and sends the probes of <code>publish</code> to it. If there are credentials, it asks the service.
 *
 * @since 0.1.0
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends AbstractMojo {

    /**
     * Skips the goal. Values: <code>true</code>, <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.skip", defaultValue = "false")
    private String skip;

    /**
     * Reports a failure to the CI server, as the other goals do. Values: <code>true</code>, <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.ci", defaultValue = "true")
    private String ci;

    /**
     * Whether to ask the service for the routine, its environments, its revision, room for another revision, and the
     * permissions of the key. It only reads. With <code>auto</code> it asks if there are credentials and a network: at most
     * 10 seconds for each routine, and without retries. With <code>require</code> it fails if the service cannot be asked.
     * With <code>off</code> it does not ask. Values: <code>auto</code>, <code>require</code>, <code>off</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.checkService", defaultValue = "auto")
    private String checkService;

    private final MavenServices maven;
    private final ModuleExecutions executions;

    @Inject
    CheckMojo(MavenServices maven, ModuleExecutions executions) {
        this.maven = maven;
        this.executions = executions;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        GoalContext goal = maven.goal(getLog(), null);
        try {
            if (new Intake(goal, new Parameters(maven.execution().getMojoDescriptor(), this)).isMeant(skip, null)) {
                ParameterErrors faults = new ParameterErrors();
                Optional<CheckMode> service =
                        faults.require("checkService", checkService, "give auto, require or off", CheckMode::parse);
                faults.throwIfAny();
                check(goal, service.orElseThrow());
            }
        } catch (MojoFailureException | MojoExecutionException e) {
            new CiNotices(goal, ci).failed(e.getMessage());
            throw e;
        }
    }

    private void check(GoalContext goal, CheckMode service) throws MojoExecutionException, MojoFailureException {
        List<ExecutionPreview> previews = preview(goal);
        if (previews.isEmpty()) {
            goal.log().info("Nothing to check: no goal of this plugin is bound to the lifecycle of this module.");
            return;
        }
        GoalWork.run(goal, () -> {
            for (ExecutionPreview preview : previews) {
                if (preview.found(CheckedCode.class).isPresent()) {
                    CheckedCode code = preview.found(CheckedCode.class).get();
                    code.check(probes(previews, code));
                }
            }
            new ServiceGate(goal, maven.decrypter(), service).check(previews);
        });
        goal.log()
                .info("Checked: "
                        + String.join(
                                ", ", previews.stream().map(Object::toString).toList()) + ".");
    }

    /** A publish gets its revision from an earlier upload, which has not run yet. */
    private List<ExecutionPreview> preview(GoalContext goal) throws MojoExecutionException, MojoFailureException {
        ToBeUploaded later = new ToBeUploaded(goal);
        Set<String> expected = new LinkedHashSet<>();
        try {
            return executions.preview(goal, upload -> {
                expected.add(upload.routine());
                later.expect(upload.routine());
            });
        } finally {
            expected.forEach(later::expectNoMore);
        }
    }

    private static List<Probe> probes(List<ExecutionPreview> previews, CheckedCode code) {
        return previews.stream()
                .flatMap(preview -> preview.found(PublishRequest.class).stream())
                .filter(publish -> publish.routine().equals(code.routine()))
                .flatMap(publish -> publish.probes().stream())
                .toList();
    }
}
