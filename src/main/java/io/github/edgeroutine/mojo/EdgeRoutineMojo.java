// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import io.github.edgeroutine.mojo.connection.Connector;
import io.github.edgeroutine.mojo.connection.PendingConnection;
import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.mojo.context.GoalWork;
import io.github.edgeroutine.mojo.output.CiNotices;
import io.github.edgeroutine.mojo.parameters.Intake;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.mojo.parameters.Parameters;
import io.github.edgeroutine.mojo.reactor.ExecutionPreview;
import io.github.edgeroutine.mojo.reactor.RoutineParameter;
import io.github.edgeroutine.routine.GoalFailedException;
import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Runs all goals in the same order: skip, offline, validate, connect, run. Each step works without the later ones.
 *
 * @param <R> what the goal's own parameters ask for
 */
abstract class EdgeRoutineMojo<R> extends ServiceMojo {
    /**
     * The name of the routine, as the console lists it. On the command line of a build it selects the executions of this
     * routine. <strong>Required</strong>, unless the goal is <code>rollback</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.name")
    private String name;

    /**
     * Skips the goal. The other parameters may then be missing. Values: <code>true</code>, <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.skip", defaultValue = "false")
    private String skip;

    /**
     * Reports to the CI server. A failure becomes an annotation, for GitLab in
     * <code>target/edge-routine/gl-code-quality.json</code>. What was published is written to the file that
     * <code>GITHUB_STEP_SUMMARY</code> names. Values: <code>true</code>, <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.ci", defaultValue = "true")
    private String ci;

    private final MavenServices maven;

    EdgeRoutineMojo(MavenServices maven) {
        this.maven = maven;
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (maven.execution() instanceof ExecutionPreview preview) {
            preview(preview);
            return;
        }
        if (maven.modules().standIn(goal(), this::isReached)) {
            return;
        }
        try {
            if (isMeant()) {
                validateAndRun();
            }
        } catch (MojoFailureException | MojoExecutionException e) {
            ci().failed(e.getMessage());
            throw e;
        }
    }

    private void validateAndRun() throws MojoExecutionException, MojoFailureException {
        GoalWork.run(goal(), () -> {
            try (Connector connector = Connector.begin(goal(), maven.decrypter(), connection())) {
                run(readParameters(), connector.connect());
            }
        });
    }

    private boolean isMeant() throws MojoFailureException {
        return new Intake(goal(), new Parameters(maven.execution().getMojoDescriptor(), this)).isMeant(skip, name);
    }

    private R readParameters() throws MojoFailureException {
        ParameterErrors faults = new ParameterErrors();
        faults.readInPom("directory", goal()::directory);
        Optional<R> request = validate(faults);
        connection().check(faults);
        faults.throwIfAny();
        return request.orElseThrow();
    }

    /** Runs only the steps before the network and the credentials. */
    private void preview(ExecutionPreview preview) throws MojoFailureException {
        preview.isFor(name);
        if (isMeant()) {
            R request = readParameters();
            preview.found(request, previewed(request), connection());
        } else {
            preview.isSkipped();
        }
    }

    /** Whether the goal only checks its parameters. */
    final boolean isPreview() {
        return maven.execution() instanceof ExecutionPreview;
    }

    /** What a check needs from the goal. */
    Object previewed(R request) {
        return request;
    }

    /** Reads the goal's own parameters. The result is valid only without errors. */
    abstract Optional<R> validate(ParameterErrors faults);

    /** Does the work and reports it. */
    abstract void run(R request, PendingConnection connection)
            throws GoalFailedException, IOException, MojoFailureException;

    /** Whether a goal runs in the module when it is called by hand. */
    boolean isReached(MavenProject module) {
        return routine().isIn(module);
    }

    final GoalContext goal() {
        return maven.goal(getLog(), connection().service());
    }

    final RoutineParameter routine() {
        return new RoutineParameter(goal(), name);
    }

    final CiNotices ci() {
        return new CiNotices(goal(), ci);
    }
}
