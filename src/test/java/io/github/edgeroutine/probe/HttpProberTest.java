// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.probe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpServer;
import io.github.edgeroutine.http.ConnectionPool;
import io.github.edgeroutine.http.HttpSettings;
import io.github.edgeroutine.routine.call.GoalTime;
import io.github.edgeroutine.routine.call.SteadyClock;
import io.github.edgeroutine.routine.health.Probe;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpProberTest {

    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void theRightStatusIsEnough() {
        answer(200, "anything");

        assertEquals(Optional.empty(), flaw(200, null));
        assertEquals(List.of("GET /"), requests);
    }

    @Test
    void anotherStatusIsAFailureWithAnyBody() {
        answer(502, "hello");

        assertEquals(Optional.of("the status is 502 instead of 200"), flaw(200, "hello"));
    }

    @Test
    void theBodyMustContainTheText() {
        answer(200, "<p>grüß dich</p>");

        assertEquals(Optional.empty(), flaw(200, "grüß"));
        assertEquals(Optional.of("the body does not contain 'hello'"), flaw(200, "hello"));
    }

    @Test
    void everyBodyContainsAnEmptyText() {
        answer(204, "");

        assertEquals(Optional.empty(), flaw(204, ""));
        assertEquals(Optional.of("the body does not contain 'hello'"), flaw(204, "hello"));
    }

    @Test
    void theBodyOfAnExpectedErrorIsReadToo() {
        answer(404, "no such page");

        assertEquals(Optional.empty(), flaw(404, "no such page"));
        assertEquals(Optional.of("the body does not contain 'hello'"), flaw(404, "hello"));
    }

    @Test
    void aRedirectIsNotFollowed() {
        answer(302, "");

        assertEquals(Optional.of("the status is 302 instead of 200"), flaw(200, null));
        assertEquals(Optional.empty(), flaw(302, null));
        assertEquals(List.of("GET /", "GET /"), requests);
    }

    @Test
    void aMissingServerGivesNoAnswer() {
        URI gone = home();
        server.stop(0);

        assertEquals(
                Optional.of("http://127.0.0.1:" + gone.getPort() + " refused the connection"), flaw(gone, 200, null));
    }

    @Test
    void aServerThatDoesNotAnswerRunsIntoATimeout() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            URI url = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");

            assertEquals(
                    Optional.of("no complete answer before the timeout"),
                    assertTimeoutPreemptively(Duration.ofSeconds(9), () -> flaw(url, 200, null)));
        }
    }

    private void answer(int status, String body) {
        byte[] bytes = body.getBytes(UTF_8);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            exchange.getResponseHeaders()
                    .set("Location", home().resolve("/elsewhere").toString());
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private URI home() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private Optional<String> flaw(int status, String text) {
        return flaw(home(), status, text);
    }

    /** @param text {@code null} to accept any body */
    private static Optional<String> flaw(URI url, int status, String text) {
        return new HttpProber(new HttpSettings(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        new GoalTime(Duration.ofHours(1), new SteadyClock(), pause -> {}),
                        target -> Optional.empty(),
                        ConnectionPool.ofJvm()))
                .ask(new Probe(url, status, Optional.ofNullable(text), Duration.ofSeconds(30)), Duration.ofMinutes(1))
                .flaw();
    }
}
