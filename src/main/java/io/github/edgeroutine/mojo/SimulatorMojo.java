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
 * Serves a simulated DCDN and ESA for other tools, such as the aliyun CLI or an SDK, until you press Ctrl-C. It listens
 * only on the loopback address, accepts two keys that it generates, and logs each call. It needs no POM, no credentials and
 * no network.
 *
 * @since 0.1.0
 */
@Mojo(name = "simulator", requiresProject = false, aggregator = true, threadSafe = true)
public final class SimulatorMojo extends AbstractMojo {

    /**
     * A routine without code that exists from the start in each service. Default: none, the account is empty or is read
     * from <code>stateDirectory</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.name")
    private String name;

    /**
     * Skips the goal. Values: <code>true</code>, <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.skip", defaultValue = "false")
    private String skip;

    /**
     * The port on 127.0.0.1. Range: 1 to 65535. Default: a free port.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.port")
    private String port;

    /**
     * The JSON file for programs that exists as long as the simulator runs. It has <code>endpoint</code>,
     * <code>services</code> with the version of each API, <code>processId</code>, and <code>accessKeys</code>. The second
     * key has an STS token. Only the owner of the file may read it, if the platform has such permissions. Default:
     * <code>target/edge-routine/simulator.json</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.simulatorFile")
    private File simulatorFile;

    /**
     * The directory that keeps the accounts between runs, with one file for each service. The files are written when the
     * simulator stops. With <code>target/edge-routine</code> the simulator shares routines and revisions with
     * <code>simulate</code>. Do not run both at the same time. Default: none, the accounts are only in memory.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.stateDirectory")
    private File stateDirectory;

    /**
     * How many calls the account may make in one second. The simulator refuses more calls with
     * <code>Throttling.User</code>. Range: 1 to 1000000. Default: no limit.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.callsPerSecond")
    private String callsPerSecond;

    /**
     * A text file in UTF-8 that lists the faults to simulate. Each line has an operation, a colon and the faults of its
     * next calls, such as <code>PublishRoutineCodeRevision: throttle, cut after</code>. An asterisk means every operation
     * without a line. The page about the simulator lists the faults. Default: none, no faults.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.faultsFile")
    private File faultsFile;

    /**
     * Unusual but legal forms of answers, such as <code>NULL_LISTS</code>, with commas between them on the command line.
     * The page about the simulator lists them. Default: none, the usual answers.
     *
     * @since 0.1.0
     */
    @Parameter(property = "edge-routine.oddAnswers")
    private List<String> oddAnswers;

    /**
     * A number that decides in which order the faults with <code>sometimes</code> come. The same number gives the same
     * order. Range: 0 to 2147483647. Default: a different number each time.
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
