// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.http;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.routine.call.GoalTime;
import io.github.edgeroutine.routine.call.SteadyClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** When an exchange ends if the server sends nothing. */
class WireTimeTest {

    private final HttpSettings network = new HttpSettings(
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            new GoalTime(Duration.ofMinutes(1), new SteadyClock(), pause -> {}),
            target -> Optional.empty(),
            ConnectionPool.ofJvm());

    /** After such an exchange the time of the goal must be over for the caller too. */
    @Test
    void anExchangeEndsOneMillisecondAfterItsLimit() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 100, InetAddress.getLoopbackAddress())) {
            URI url = URI.create("http://127.0.0.1:" + silent.getLocalPort());

            long shortest = LongStream.generate(() -> nanosOfAnExchange(url))
                    .limit(100)
                    .min()
                    .orElseThrow();

            assertTrue(shortest >= 1_000_000, shortest + " ns");
        }
    }

    private long nanosOfAnExchange(URI url) {
        long start = System.nanoTime();
        assertThrows(IOException.class, () -> new Wire(network).get(url, Map.of(), 1, Duration.ZERO));
        return System.nanoTime() - start;
    }
}
