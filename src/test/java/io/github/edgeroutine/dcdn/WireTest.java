// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.http.ConnectionPool;
import io.github.edgeroutine.http.HttpSettings;
import io.github.edgeroutine.http.Wire;
import io.github.edgeroutine.routine.call.GoalTime;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {

    private static final byte[] BODY = "hello".getBytes(US_ASCII);

    /** Each byte is in time, but the answer never ends. */
    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\nX: ", "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"})
    void aSlowAnswerEndsWithTheTimeOfTheGoal(String beginning) throws IOException {
        GoalTime time = new GoalTime(Duration.ofMillis(400), Clock.systemUTC(), duration -> {});
        HttpSettings network = new HttpSettings(
                Duration.ofSeconds(5), Duration.ofSeconds(5), time, target -> Optional.empty(), ConnectionPool.ofJvm());
        try (ServerSocket server = new ServerSocket(0, 2, InetAddress.getByName("127.0.0.1"))) {
            Thread dripping = new Thread(() -> drip(server, beginning));
            dripping.start();
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/";

            assertTimeoutPreemptively(
                    Duration.ofSeconds(4),
                    () -> assertThrows(IOException.class, () -> new Wire(network).post(url, Map.of(), BODY, 1)));

            assertTrue(time.isUp());
            dripping.interrupt();
        }
    }

    private static void drip(ServerSocket server, String beginning) {
        try (Socket connection = server.accept()) {
            OutputStream out = connection.getOutputStream();
            out.write(beginning.getBytes(US_ASCII));
            while (true) {
                out.write('x');
                Thread.sleep(20);
            }
        } catch (IOException | InterruptedException e) {
            // The client has closed the connection, or the test has ended.
        }
    }
}
