// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.edgeroutine.cloud.Endpoint;
import io.github.edgeroutine.cloud.ObjectStore;
import io.github.edgeroutine.cloud.UntrustedText;
import io.github.edgeroutine.dcdn.Drip.Stage;
import io.github.edgeroutine.http.HttpProxy;
import io.github.edgeroutine.http.HttpSettings;
import io.github.edgeroutine.http.NetworkFailure;
import io.github.edgeroutine.http.Tls;
import io.github.edgeroutine.http.Wire;
import io.github.edgeroutine.it.Keys;
import io.github.edgeroutine.probe.HttpProber;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.call.GoalTime;
import io.github.edgeroutine.routine.call.SteadyClock;
import io.github.edgeroutine.routine.publish.Probe;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Each stage of a call drips, for each that calls: all end with the time of the goal, and say so. */
class DripTest {

    private static final Duration LIMIT = Duration.ofMillis(500);
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final RoutineName HELLO = new RoutineName("hello");
    private static final int MORE_THAN_THE_BUFFERS_TAKE = 20 * 1024 * 1024;

    @TempDir
    private static Path directory;

    private static Keys keys;

    @BeforeAll
    static void makeKeys() throws Exception {
        keys = Keys.make(directory.resolve("keys.p12"), "ip:127.0.0.1");
    }

    private enum Caller {
        API,
        STORE,
        PROBE
    }

    @Test
    void eachStageOfEachCallEndsWithTheTimeOfTheGoal() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Future<?>> cells = new ArrayList<>();
        try {
            for (Stage stage : Stage.values()) {
                for (Caller caller : Caller.values()) {
                    // A probe sends no body.
                    if (stage != Stage.WRITE || caller != Caller.PROBE) {
                        cells.add(threads.submit(() -> {
                            endsInTime(stage, caller);
                            return null;
                        }));
                    }
                }
            }
            for (Future<?> cell : cells) {
                cell.get();
            }
        } finally {
            threads.shutdownNow();
        }
        System.out.println("Drips: " + cells.size() + " cells");
    }

    private static void endsInTime(Stage stage, Caller caller) throws Exception {
        try (Drip drip = new Drip(stage, keys)) {
            GoalTime time = new GoalTime(limit(stage), new SteadyClock(), pause -> {});
            long start = System.nanoTime();

            String words = call(drip, stage, caller, network(stage, drip, LONG, time));

            String cell = stage + " of " + caller + ": " + words;
            assertTrue(time.isUp(), () -> cell + ", before the time was up");
            assertTrue(Duration.ofNanos(System.nanoTime() - start).compareTo(Duration.ofSeconds(8)) < 0, cell);
            assertEquals(expected(stage, caller, drip), words, cell);
        }
    }

    /** Longer where a whole handshake comes first, or a large body is made. */
    private static Duration limit(Stage stage) {
        return stage == Stage.RECORD || stage == Stage.WRITE ? LIMIT.multipliedBy(4) : LIMIT;
    }

    private static String expected(Stage stage, Caller caller, Drip drip) {
        String server = caller == Caller.STORE ? "the object store at 127.0.0.1" : at(stage, drip);
        if (caller == Caller.PROBE) {
            return "no complete answer came in time";
        }
        return stage.isBeforeTheRequest()
                ? "there was no connection to " + server + " before the time of the goal was up (NONE)"
                : server + " did not answer before the time of the goal was up (UNKNOWN)";
    }

    @Test
    void connectTimeoutEndsTunnelAndHandshakeToo() throws Exception {
        for (Stage stage : List.of(Stage.TUNNEL, Stage.HANDSHAKE)) {
            try (Drip drip = new Drip(stage, keys)) {
                GoalTime time = new GoalTime(LONG, new SteadyClock(), pause -> {});
                long start = System.nanoTime();

                String words = call(drip, stage, Caller.API, network(stage, drip, LIMIT, time));

                assertTrue(Duration.ofNanos(System.nanoTime() - start).compareTo(Duration.ofSeconds(5)) < 0, words);
                String server =
                        stage == Stage.TUNNEL ? "the proxy 127.0.0.1:" + drip.port() + " (a test)" : at(stage, drip);
                assertEquals("the connection to " + server + " timed out (NONE)", words);
            }
        }
    }

    private static HttpSettings network(Stage stage, Drip drip, Duration connectTimeout, GoalTime time) {
        Optional<HttpProxy> proxy = Optional.of(new HttpProxy("127.0.0.1", drip.port(), "", "", "a test"))
                .filter(dripping -> stage == Stage.TUNNEL);
        return new HttpSettings(connectTimeout, LONG, time, target -> proxy, new Tls(keys::context));
    }

    private static String at(Stage stage, Drip drip) {
        return (stage.isEncrypted() ? "https" : "http") + "://127.0.0.1:" + drip.port();
    }

    private static String call(Drip drip, Stage stage, Caller caller, HttpSettings network) {
        Endpoint endpoint = Endpoint.parse(at(stage, drip));
        int length = stage == Stage.WRITE ? MORE_THAN_THE_BUFFERS_TAKE : 1;
        return switch (caller) {
            case PROBE ->
                new HttpProber(network)
                        .flaw(
                                new Probe(endpoint.uri(), 200, Optional.of("x".repeat(100)), LONG),
                                network.time().left())
                        .orElse("it held");
            case API -> words(() -> ask(endpoint, network, new byte[length]));
            case STORE ->
                words(() -> new ObjectStore(endpoint, network, new UntrustedText(List.of()))
                        .post(form(endpoint.uri()), new byte[length]));
        };
    }

    /** As a call of the API does. The SDK takes longer to sign so much than the test may. */
    private static void ask(Endpoint endpoint, HttpSettings network, byte[] body) throws CallFailedException {
        try {
            if (body.length == 1) {
                new DcdnRoutines(endpoint, network, Wired.limit(), Wired.credentials()).commit(HELLO, "v1");
            } else {
                new Wire(network).post(endpoint.toString(), Map.of(), body, 1);
            }
        } catch (IOException e) {
            throw new NetworkFailure(endpoint.toString(), "", network).of(e);
        }
    }

    private static JsonObject form(URI url) {
        JsonObject form = new JsonObject();
        form.addProperty("Url", url.toString());
        return form;
    }

    private static String words(Executable call) {
        CallFailedException failure = Wired.failure(call);
        return failure.getMessage() + " (" + failure.effect() + ")";
    }
}
