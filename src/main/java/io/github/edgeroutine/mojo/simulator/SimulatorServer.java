// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.simulator;

import static java.util.stream.Collectors.joining;

import io.github.edgeroutine.mojo.connection.EdgeService;
import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.simulator.AccessKey;
import io.github.edgeroutine.simulator.OddAnswer;
import io.github.edgeroutine.simulator.SimulatedAccount;
import io.github.edgeroutine.simulator.SimulatedService;
import io.github.edgeroutine.simulator.Simulator;
import java.io.IOException;
import java.net.BindException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;

/** The simulator from its start to Ctrl-C, with its file and its optional memory. */
public final class SimulatorServer {

    private final GoalContext goal;
    private final SimulatorSettings settings;
    private final Map<EdgeService, SimulatedAccount> accounts = new EnumMap<>(EdgeService.class);
    private Simulator simulator;
    private SimulatorFile file;

    private SimulatorServer(GoalContext goal, SimulatorSettings settings) {
        this.goal = goal;
        this.settings = settings;
    }

    /**
     * Serves until the JVM ends or the thread is interrupted.
     *
     * @throws MojoFailureException if the configuration has errors; the message contains all of them
     * @throws IOException if a file of the state cannot be read or written
     */
    public static void serve(GoalContext goal, SimulatorParameters parameters)
            throws MojoFailureException, GoalFailedException, IOException {
        ParameterErrors errors = new ParameterErrors();
        Optional<SimulatorSettings> settings = parameters.read(goal, errors);
        errors.throwIfAny();
        SimulatorServer server = new SimulatorServer(goal, settings.orElseThrow());
        Thread atCtrlC = new Thread(server::stopAtEndOfJvm, "edge-routine-simulator-end");
        Runtime.getRuntime().addShutdownHook(atCtrlC);
        try {
            server.start();
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            forget(atCtrlC);
            server.stop();
        }
    }

    private static void forget(Thread atCtrlC) {
        try {
            Runtime.getRuntime().removeShutdownHook(atCtrlC);
        } catch (IllegalStateException e) {
            // The JVM is already ending, so the hook runs.
        }
    }

    private synchronized void start() throws GoalFailedException, IOException {
        for (EdgeService each : EdgeService.values()) {
            accounts.put(each, account(each));
        }
        settings.routine()
                .ifPresent(routine -> accounts.values().forEach(each -> each.ensure(routine.text(), List.of())));
        List<SimulatedService> services =
                accounts.values().stream().map(SimulatedAccount::service).toList();
        List<AccessKey> keys = List.of(AccessKey.random(), AccessKey.randomOfRole());
        try {
            simulator = Simulator.start(settings.port(), keys, services);
        } catch (BindException e) {
            throw new GoalFailedException("Another program uses port " + settings.port()
                    + ", see {port}. Give another port, or remove it to use any free port.");
        }
        simulator.keepCalls(0);
        simulator.observe(call -> goal.log().info(call.toString()));
        settings.callsPerSecond().ifPresent(simulator::limit);
        simulator.answerOddly(settings.oddAnswers().toArray(OddAnswer[]::new));
        settings.faults().into(simulator);
        file = SimulatorFile.write(settings.file(), simulator.endpoint(), services, keys);
        goal.log()
                .info("The simulator serves " + services() + " at " + simulator.endpoint() + "; " + settings.file()
                        + " contains its address and its keys. Stop it with Ctrl-C.");
    }

    private static String services() {
        return Stream.of(EdgeService.values()).map(EdgeService::word).collect(joining(" and "));
    }

    private SimulatedAccount account(EdgeService service) throws IOException {
        return settings.stateDirectory().isPresent()
                ? service.simulate(settings.stateDirectory().get().resolve(service.simulatorFile()))
                : service.simulate();
    }

    private void stopAtEndOfJvm() {
        try {
            stop();
        } catch (IOException e) {
            goal.log().error(goal.names().written(e));
        }
    }

    /** Works only once, because the end of the JVM and an interrupt can come together. */
    private synchronized void stop() throws IOException {
        if (simulator == null) {
            return;
        }
        simulator.close();
        simulator = null;
        if (file != null) {
            file.remove();
            goal.log().info("The simulator was stopped.");
        }
        if (settings.stateDirectory().isPresent()) {
            for (Map.Entry<EdgeService, SimulatedAccount> each : accounts.entrySet()) {
                each.getValue()
                        .save(settings.stateDirectory()
                                .get()
                                .resolve(each.getKey().simulatorFile()));
            }
        }
    }
}
