// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.routine.call.GoalTime;
import io.github.edgeroutine.routine.call.SteadyClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When an exchange ends if the server sends nothing, and what remains of it. */
class WireTimeTest {

    private final HttpSettings network = network(Duration.ofSeconds(5), Tls.ofJvm());

    /** After such an exchange the time of the goal must be over for the caller too. */
    @Test
    void anExchangeEndsOneMillisecondAfterItsLimit() throws IOException {
        try (ServerSocket silent = silent()) {
            URI url = URI.create("http://127.0.0.1:" + silent.getLocalPort());

            long shortest = LongStream.generate(() -> nanosOfAnExchange(url))
                    .limit(100)
                    .min()
                    .orElseThrow();

            assertTrue(shortest >= 1_000_000, shortest + " ns");
        }
    }

    /** The message then names the parameter that must be raised. */
    @ParameterizedTest
    @CsvSource({"200, 5000, true", "200, 200, true", "5000, 200, false"})
    void aSilentHandshakeFailsByTheLimitThatEndsFirst(int limit, int connectTimeout, boolean byGoal)
            throws IOException {
        try (ServerSocket silent = silent()) {
            Wire wire = new Wire(network(Duration.ofMillis(connectTimeout), Tls.ofJvm()));
            URI url = URI.create("https://127.0.0.1:" + silent.getLocalPort());

            IOException failure = assertThrows(
                    Wire.NotSentException.class, () -> wire.get(url, Map.of(), 1, Duration.ofMillis(limit)));

            assertEquals(
                    byGoal ? Wire.TimeUpException.class : SocketTimeoutException.class,
                    failure.getCause().getClass());
        }
    }

    @Test
    void aSlowTrustStoreDoesNotUseTheConnectTimeout() throws IOException {
        IOException unreadable = new IOException("the trust store");
        Tls slow = new Tls(() -> {
            Thread.sleep(1500);
            throw unreadable;
        });
        try (ServerSocket silent = silent()) {
            Wire wire = new Wire(network(Duration.ofMillis(700), slow));
            String url = "https://127.0.0.1:" + silent.getLocalPort();

            IOException failure =
                    assertThrows(Wire.NotSentException.class, () -> wire.post(url, Map.of(), new byte[0], 1));

            assertSame(unreadable, failure.getCause());
        }
    }

    @Test
    void noThreadRemainsAfterAnExchangeWithoutAnAnswer() throws IOException {
        try (ServerSocket silent = silent()) {
            URI url = URI.create("http://127.0.0.1:" + silent.getLocalPort());
            long before = threadsOfCalls();

            long most = LongStream.generate(() -> {
                        nanosOfAnExchange(url);
                        return threadsOfCalls();
                    })
                    .limit(50)
                    .max()
                    .orElseThrow();

            assertTrue(most <= before, most + " threads");
        }
    }

    /** The result of a call that was sent is needed. */
    @Test
    void anInterruptedCallerGetsTheAnswerAndStaysInterrupted() throws IOException {
        try (ScriptedServer server = new ScriptedServer()) {
            Thread.currentThread().interrupt();

            Answer answer = new Wire(network).post(server.url(), Map.of(), new byte[1], 1);

            assertTrue(Thread.interrupted());
            assertEquals("ok", answer.body());
        } finally {
            Thread.interrupted();
        }
    }

    private long nanosOfAnExchange(URI url) {
        long start = System.nanoTime();
        assertThrows(IOException.class, () -> new Wire(network).get(url, Map.of(), 1, Duration.ZERO));
        return System.nanoTime() - start;
    }

    private static long threadsOfCalls() {
        Thread[] threads = new Thread[1000];
        int count = Thread.enumerate(threads);
        return Stream.of(threads)
                .limit(count)
                .filter(thread -> thread.getName().equals("edge-routine-call"))
                .count();
    }

    private static ServerSocket silent() throws IOException {
        return new ServerSocket(0, 100, InetAddress.getByName("127.0.0.1"));
    }

    private static HttpSettings network(Duration connectTimeout, Tls tls) {
        return new HttpSettings(
                connectTimeout,
                Duration.ofSeconds(5),
                new GoalTime(Duration.ofMinutes(1), new SteadyClock(), pause -> {}),
                target -> Optional.empty(),
                new ConnectionPool(tls));
    }
}
