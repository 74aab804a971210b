// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.fixture.SimulatorExtension;
import io.github.edgeroutine.http.ConnectionPool;
import io.github.edgeroutine.http.HttpSettings;
import io.github.edgeroutine.http.Wire;
import io.github.edgeroutine.probe.HttpProber;
import io.github.edgeroutine.routine.call.GoalTime;
import io.github.edgeroutine.routine.call.SteadyClock;
import io.github.edgeroutine.routine.health.Probe;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In a Maven daemon, a running thread would keep the plugin's class loader in memory. */
class LeftoversTest {

    @RegisterExtension
    private final SimulatorExtension extension = new SimulatorExtension(WireFixture.KEY);

    @Test
    void noThreadRunsAfterACall() throws IOException {
        ClassLoader usual = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader realm = new URLClassLoader(new URL[0], usual);
                EndlessServer server = new EndlessServer(EndlessServer.Phase.CHUNK_EXTENSION, null)) {
            Thread.currentThread().setContextClassLoader(realm);
            HttpSettings network = new HttpSettings(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5),
                    new GoalTime(Duration.ofMillis(300), new SteadyClock(), pause -> {}),
                    target -> Optional.empty(),
                    ConnectionPool.ofJvm());
            Probe probe = new Probe(extension.simulator().endpoint(), 400, Optional.of("Code"), Duration.ofSeconds(1));

            assertEquals(
                    Optional.empty(),
                    new HttpProber(network).ask(probe, Duration.ofSeconds(5)).flaw());
            String endless = "http://127.0.0.1:" + server.port() + "/";
            assertThrows(IOException.class, () -> new Wire(network).post(endless, Map.of(), new byte[1], 1));

            assertTrue(network.time().isUp());
            assertEquals(
                    List.of(),
                    Thread.getAllStackTraces().keySet().stream()
                            .filter(thread -> thread != Thread.currentThread())
                            .filter(thread -> thread.getContextClassLoader() == realm
                                    || thread.getName().equals("edge-routine-call"))
                            .toList());
        } finally {
            Thread.currentThread().setContextClassLoader(usual);
        }
    }

    @Test
    void anInterruptIsKeptAndTheCallIsAnswered() throws IOException {
        Thread.currentThread().interrupt();

        int status = new Wire(WireFixture.network(5))
                .post(extension.endpoint(), Map.of(), new byte[1], 1)
                .status();

        assertTrue(Thread.interrupted());
        assertEquals(400, status);
    }
}
