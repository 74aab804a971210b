// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.simulator;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.edgeroutine.dcdn.DcdnTraits;
import io.github.edgeroutine.mojo.GoalOf;
import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.simulator.AccessKey;
import io.github.edgeroutine.simulator.Caller;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.maven.plugin.logging.SystemStreamLog;

/** The goal's server in its own thread. Tests use only its file and its log, as another tool does. */
final class RunningServer implements AutoCloseable {

    final List<String> log = new CopyOnWriteArrayList<>();
    private final Path file;
    private final ExecutorService threads = Executors.newSingleThreadExecutor();
    private final Future<Boolean> served;

    private RunningServer(SimulatorParameters parameters) {
        this.file = parameters.simulatorFile().toPath();
        this.served = threads.submit(() -> {
            SimulatorServer.serve(goal(log), parameters);
            return Thread.interrupted();
        });
    }

    static RunningServer start(SimulatorParameters parameters) throws Exception {
        RunningServer server = new RunningServer(parameters);
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!Files.exists(server.file)) {
            if (server.served.isDone()) {
                server.stop();
            }
            assertTrue(System.nanoTime() < end, "the simulator did not start");
            Thread.sleep(5);
        }
        return server;
    }

    static GoalContext goal(List<String> log) {
        GoalContext goal = GoalOf.service(DcdnTraits.TRAITS);
        return new GoalContext(
                goal.session(),
                null,
                goal.execution(),
                new SystemStreamLog() {
                    @Override
                    public void info(CharSequence line) {
                        log.add(line.toString());
                    }
                },
                goal.service());
    }

    static SimulatorParameters parameters(Path directory) {
        return new SimulatorParameters(
                "shop", null, directory.resolve("simulator.json").toFile(), null, null, null, null, null);
    }

    static SimulatorParameters withState(SimulatorParameters usual, Path directory) {
        return new SimulatorParameters(
                null, usual.port(), usual.simulatorFile(), directory.toFile(), null, null, null, null);
    }

    static SimulatorParameters withFaults(SimulatorParameters usual, File faults, String seed, String limit) {
        return new SimulatorParameters(
                usual.name(), usual.port(), usual.simulatorFile(), null, limit, faults, usual.oddAnswers(), seed);
    }

    JsonObject file() throws Exception {
        return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    }

    URI endpoint() throws Exception {
        return URI.create(file().get("endpoint").getAsString());
    }

    AccessKey key(int at) throws Exception {
        JsonObject key = file().getAsJsonArray("accessKeys").get(at).getAsJsonObject();
        JsonElement token = key.get("securityToken");
        return new AccessKey(
                key.get("accessKeyId").getAsString(),
                key.get("accessKeySecret").getAsString(),
                token.isJsonNull() ? null : token.getAsString());
    }

    Caller caller(String service) throws Exception {
        return new Caller(
                endpoint(),
                key(0),
                file().getAsJsonObject("services").get(service).getAsString());
    }

    /** Interrupts the thread of the build, and waits until it has ended. */
    void stop() throws Exception {
        threads.shutdownNow();
        assertTrue(threads.awaitTermination(20, TimeUnit.SECONDS), "the simulator did not stop");
        try {
            assertTrue(served.get(), "the build should still know that it was interrupted");
        } catch (ExecutionException e) {
            throw (Exception) e.getCause();
        }
        assertFalse(Files.exists(file));
    }

    @Override
    public void close() {
        try {
            stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
