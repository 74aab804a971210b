// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.mojo.context.GoalWork;
import io.github.edgeroutine.mojo.parameters.Intake;
import io.github.edgeroutine.mojo.parameters.Parameters;
import io.github.edgeroutine.mojo.simulator.SimulatorParameters;
import io.github.edgeroutine.mojo.simulator.SimulatorServer;
import java.io.File;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Serves the simulated DCDN and ESA to other tools, such as the aliyun CLI or an SDK, until Ctrl-C. It listens on loopback
 * alone, lets in two keys that it makes up, and logs each call. Needs no POM, no credentials and no network.
 *
 * @since 0.1.0
 */
@Mojo(name = "simulator", requiresProject = false, aggregator = true, threadSafe = true)
public final class SimulatorMojo extends AbstractMojo {

    /**
     * A routine that exists from the start at each service, without code. By default the account begins empty, or as
     * <code>stateDirectory</code> holds it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.name")
    private String name;

    /**
     * Skips the goal. Takes <code>true</code> or <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.skip", defaultValue = "false")
    private String skip;

    /**
     * The port on 127.0.0.1, from 1 to 65535. By default a free one is chosen.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.port")
    private String port;

    /**
     * The file for programs that holds one JSON object as long as the simulator runs: <code>endpoint</code>,
     * <code>services</code> with the version of the API of each, <code>processId</code>, and <code>accessKeys</code>, of which
     * the second has an STS token. Only its owner may read it, where the platform has such permissions. By default
     * <code>target/edge-routine/simulator.json</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.simulatorFile")
    private File simulatorFile;

    /**
     * The directory that keeps the accounts between runs, one file a service. <code>target/edge-routine</code> is where
     * <code>simulate</code> keeps its own, so both then share routines and revisions; do not run both at once. The files
     * are written when the simulator is stopped. By default the accounts are in memory alone.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.stateDirectory")
    private File stateDirectory;

    /**
     * How many calls the account may make in any second, from 1 to 1000000. The simulator refuses the others with
     * <code>Throttling.User</code>. By default there is no limit.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.callsPerSecond")
    private String callsPerSecond;

    /**
     * A text file in UTF-8 that says what goes wrong. Each line has an operation, or an asterisk for those without a line,
     * a colon, and the faults of its next calls, such as <code>PublishRoutineCodeRevision: throttle, cut after</code>. The
     * page about the simulator lists the faults. By default nothing goes wrong.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.faultsFile")
    private File faultsFile;

    /**
     * Ways of answering that are legal and unusual, such as <code>NULL_LISTS</code>. The page about the simulator lists
     * them. On the command line with commas between them. By default answers are as usual.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.oddAnswers")
    private List<String> oddAnswers;

    /**
     * A number from 0 to 2147483647. The same one makes the faults with <code>sometimes</code> come in the same order. By
     * default it differs each time.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.seed")
    private String seed;

    private final MavenServices maven;

    @Inject
    SimulatorMojo(MavenServices maven) {
        this.maven = maven;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        GoalContext goal = maven.goal(getLog(), null);
        GoalWork.run(goal, () -> {
            if (new Intake(goal, new Parameters(maven.execution().getMojoDescriptor(), this)).isMeant(skip, name)) {
                SimulatorServer.serve(
                        goal,
                        new SimulatorParameters(
                                name,
                                port,
                                simulatorFile,
                                stateDirectory,
                                callsPerSecond,
                                faultsFile,
                                oddAnswers,
                                seed));
            }
        });
    }
}
