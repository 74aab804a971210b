// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.cloud.Endpoint;
import io.github.edgeroutine.cloud.ObjectStore;
import io.github.edgeroutine.cloud.UploadForm;
import io.github.edgeroutine.cloud.text.UntrustedText;
import io.github.edgeroutine.dcdn.EndlessServer.Phase;
import io.github.edgeroutine.http.ConnectionPool;
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
import io.github.edgeroutine.routine.health.Probe;
import java.io.IOException;
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

/** A server never ends one phase of an exchange. Each client stops when the time of the goal is over, and says so. */
class EndlessServerTest {

    private static final Duration LIMIT = Duration.ofSeconds(1);
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

    private enum Client {
        API,
        STORE,
        PROBE
    }

    @Test
    void eachPhaseOfEachExchangeEndsWithTheTimeOfTheGoal() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Future<?>> cases = new ArrayList<>();
        try {
            for (Phase phase : Phase.values()) {
                for (Client client : Client.values()) {
                    // A probe sends no body.
                    if (phase != Phase.WRITE || client != Client.PROBE) {
                        cases.add(threads.submit(() -> {
                            endsInTime(phase, client);
                            return null;
                        }));
                    }
                }
            }
            for (Future<?> what : cases) {
                what.get();
            }
        } finally {
            threads.shutdownNow();
        }
        System.out.println("Endless servers: " + cases.size() + " cases");
    }

    private static void endsInTime(Phase phase, Client client) throws Exception {
        try (EndlessServer endless = new EndlessServer(phase, keys)) {
            GoalTime time = new GoalTime(limit(phase), new SteadyClock(), pause -> {});
            long start = System.nanoTime();

            String words = call(endless, phase, client, network(phase, endless, LONG, time));

            String what = phase + " of " + client + ": " + words;
            assertTrue(time.isUp(), () -> what + ", before the time was up");
            assertTrue(Duration.ofNanos(System.nanoTime() - start).compareTo(Duration.ofSeconds(8)) < 0, what);
            assertEquals(expected(phase, client, endless), words, what);
        }
    }

    /** Longer if a whole handshake comes first, or a large body is created. */
    private static Duration limit(Phase phase) {
        return phase == Phase.RECORD || phase == Phase.WRITE ? LIMIT.multipliedBy(3) : LIMIT;
    }

    private static String expected(Phase phase, Client client, EndlessServer endless) {
        String server = client == Client.STORE ? "the object store at 127.0.0.1" : at(phase, endless);
        if (client == Client.PROBE) {
            return "no complete answer before the timeout";
        }
        return phase.isBeforeTheRequest()
                ? "the connection to " + server + " was not open before the goal had used all of its"
                        + " time (NOT_SENT)"
                : server + " did not answer before the goal had used all of its time (UNKNOWN)";
    }

    @Test
    void connectTimeoutEndsTunnelAndHandshakeToo() throws Exception {
        for (Phase phase : List.of(Phase.TUNNEL, Phase.HANDSHAKE)) {
            try (EndlessServer endless = new EndlessServer(phase, keys)) {
                GoalTime time = new GoalTime(LONG, new SteadyClock(), pause -> {});
                long start = System.nanoTime();

                String words = call(endless, phase, Client.API, network(phase, endless, LIMIT, time));

                assertTrue(Duration.ofNanos(System.nanoTime() - start).compareTo(Duration.ofSeconds(5)) < 0, words);
                String server = phase == Phase.TUNNEL
                        ? "the proxy 127.0.0.1:" + endless.port() + " (a test)"
                        : at(phase, endless);
                assertEquals("the connection to " + server + " timed out (NOT_SENT)", words);
            }
        }
    }

    private static HttpSettings network(Phase phase, EndlessServer endless, Duration connectTimeout, GoalTime time) {
        Optional<HttpProxy> proxy = Optional.of(new HttpProxy("127.0.0.1", endless.port(), "", "", "a test"))
                .filter(any -> phase == Phase.TUNNEL);
        return new HttpSettings(
                connectTimeout, LONG, time, target -> proxy, new ConnectionPool(new Tls(keys::context)));
    }

    private static String at(Phase phase, EndlessServer endless) {
        return (phase.isEncrypted() ? "https" : "http") + "://127.0.0.1:" + endless.port();
    }

    private static String call(EndlessServer endless, Phase phase, Client client, HttpSettings network) {
        Endpoint endpoint = Endpoint.parse(at(phase, endless));
        int length = phase == Phase.WRITE ? MORE_THAN_THE_BUFFERS_TAKE : 1;
        return switch (client) {
            case PROBE ->
                new HttpProber(network)
                        .ask(
                                new Probe(endpoint.uri(), 200, Optional.of("x".repeat(100)), LONG),
                                network.time().left())
                        .flaw()
                        .orElse("it held");
            case API -> words(() -> ask(endpoint, network, new byte[length]));
            case STORE ->
                words(() -> new ObjectStore(DcdnRoutines.API, endpoint, network, new UntrustedText(List.of()))
                        .post(new UploadForm(endpoint.toString(), Map.of(), true), new byte[length]));
        };
    }

    /** Like a call of the API. The SDK would need more time to sign so much data than the test has. */
    private static void ask(Endpoint endpoint, HttpSettings network, byte[] body) throws CallFailedException {
        try {
            if (body.length == 1) {
                WireFixture.client(endpoint, network, WireFixture.limit(), WireFixture.credentials())
                        .commit(HELLO, "v1", Optional.empty(), WireFixture.NOTHING);
            } else {
                new Wire(network).post(endpoint.toString(), Map.of(), body, 1);
            }
        } catch (IOException e) {
            throw new NetworkFailure(endpoint.toString(), "", network).of(e);
        }
    }

    private static String words(Executable call) {
        CallFailedException failure = WireFixture.failure(call);
        return failure.getMessage() + " (" + failure.effect() + ")";
    }
}
