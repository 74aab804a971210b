// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.http;

import static io.github.edgeroutine.http.ScriptedServer.OK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.routine.call.GoalTime;
import io.github.edgeroutine.routine.call.SteadyClock;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a connection is used for another request, and when it is closed. */
class ConnectionPoolTest {

    private final AtomicLong passed = new AtomicLong();
    private final ConnectionPool pool = new ConnectionPool(Tls.ofJvm(), passed::get);
    private final Wire wire = wire(pool);
    private ScriptedServer server;

    @BeforeEach
    void raise() throws IOException {
        server = new ScriptedServer();
    }

    @AfterEach
    void lower() throws IOException {
        pool.close();
        server.close();
    }

    @Test
    void readsAndWritesShareOneConnection() throws IOException {
        read();
        write();
        read();

        assertEquals(List.of(1, 1, 1), server.requests());
    }

    @Test
    void anErrorIsAnAnswerToo() throws IOException {
        server.answers("HTTP/1.1 400 Bad Request\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n");

        read();
        write();

        assertEquals(List.of(1, 1), server.requests());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok",
                "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok",
                OK + OK
            })
    void aNewConnectionIsUsedAfterTheServerClosesOne(String last) throws IOException {
        server.answers(last);

        assertEquals("ok", read());
        assertEquals("ok", write());

        assertEquals(List.of(1, 2), server.requests());
    }

    @Test
    void aNewConnectionIsUsedIfTheServerClosesWithoutAHeader() throws IOException {
        server.answersAndCloses(OK).answersAndCloses(OK).answersAndCloses(OK);

        read();
        write();
        write();

        assertEquals(List.of(1, 2, 3), server.requests());
    }

    /** Some servers send such text before they close an idle connection. */
    @Test
    void unexpectedDataOfAServerIsNotUsedAsAnAnswer() throws Exception {
        write();
        server.says("HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n");

        assertEquals("ok", write());

        assertEquals(List.of(1, 2), server.requests());
    }

    @Test
    void aWriteWithoutAnAnswerIsNotSentAgain() throws IOException {
        server.answers(OK).answersAndCloses("");
        write();

        assertThrows(Wire.UnansweredException.class, this::write);

        assertEquals(List.of(1, 1), server.requests());
    }

    @Test
    void aMissingAnswerOnANewConnectionIsNotRetried() {
        server.answersAndCloses("");

        IOException failure = assertThrows(IOException.class, this::read);

        assertInstanceOf(EOFException.class, failure);
    }

    @Test
    void afterOneClosedConnectionTheOthersAreNotUsed() throws Exception {
        both(this::read);
        server.answersAndCloses("");
        assertThrows(Wire.UnansweredException.class, this::read);

        read();

        assertEquals(3, server.accepted());
    }

    @Test
    void afterOneClosedConnectionThoseToOtherServersAreUsed() throws IOException {
        try (ScriptedServer store = new ScriptedServer()) {
            wire.post(store.url(), Map.of(), new byte[1], 1);
            server.answers(OK).answersAndCloses("");
            read();
            assertThrows(Wire.UnansweredException.class, this::read);

            wire.post(store.url(), Map.of(), new byte[1], 1);

            assertEquals(List.of(1, 1), store.requests());
        }
    }

    @Test
    void anIncompleteAnswerIsAFailureAndClosesTheConnection() throws IOException {
        server.answers(OK).answersAndCloses("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf");
        write();

        IOException failure = assertThrows(IOException.class, this::write);
        write();

        assertInstanceOf(EOFException.class, failure);
        assertEquals(List.of(1, 1, 2), server.requests());
    }

    @Test
    void simultaneousRequestsUseSeparateConnections() throws Exception {
        both(this::write);
        both(this::read);

        assertEquals(2, server.accepted());
        assertEquals(4, server.requests().size());
    }

    @Test
    void eachServerHasItsOwnConnection() throws IOException {
        try (ScriptedServer store = new ScriptedServer()) {
            read();
            wire.post(store.url(), Map.of(), new byte[1], 1);
            read();
            wire.post(store.url(), Map.of(), new byte[1], 1);

            assertEquals(List.of(1, 1), server.requests());
            assertEquals(List.of(1, 1), store.requests());
        }
    }

    @Test
    void aProbeUsesANewConnection() throws IOException {
        read();
        wire.get(URI.create(server.url()), Map.of(), 10, Duration.ofSeconds(5));
        wire.get(URI.create(server.url()), Map.of(), 10, Duration.ofSeconds(5));
        read();

        assertEquals(List.of(1, 2, 3, 1), server.requests());
    }

    @Test
    void allConnectionsAreClosedWithThePool() throws Exception {
        both(this::read);
        assertEquals(2, server.open());

        pool.close();
        eventually(() -> server.open() == 0);
        read();

        eventually(() -> server.open() == 0);
        assertEquals(3, server.accepted());
    }

    @Test
    void aConnectionThatIsOpenedAheadCarriesTheFirstRequest() throws Exception {
        Runnable stop = pool.openAhead(route());
        pool.openAhead(route());
        eventually(() -> server.accepted() == 1);

        stop.run();
        read();
        pool.openAhead(route()).run();
        write();

        assertEquals(List.of(1, 1), server.requests());
        assertEquals(1, server.accepted());
    }

    @Test
    void aConnectionIsOpenedAheadIfOnlyAnotherServersIsIdle() throws Exception {
        try (ScriptedServer store = new ScriptedServer()) {
            wire.post(store.url(), Map.of(), new byte[1], 1);

            pool.openAhead(route());

            eventually(() -> server.accepted() == 1);
        }
    }

    @Test
    void aConnectionThatWasClosedBeforeItsFirstRequestIsReplaced() throws Exception {
        try (ServerSocket closing = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = closing.getLocalPort();
            pool.openAhead(Route.to(URI.create("http://127.0.0.1:" + port), target -> Optional.empty()));
            closing.accept().close();
            Thread answering = new Thread(() -> answer(closing));
            answering.start();

            assertEquals("ok", body(wire.post("http://127.0.0.1:" + port, Map.of(), new byte[1], 1)));
            answering.join();
        }
    }

    @Test
    void aFailureToOpenAheadFailsTheRequestWithoutARetry() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        Route nowhere = Route.to(URI.create("http://127.0.0.1:" + port), target -> Optional.empty());
        pool.openAhead(nowhere);

        assertThrows(
                Wire.NotSentException.class, () -> wire.post("http://127.0.0.1:" + port, Map.of(), new byte[1], 1));

        assertEquals(Optional.empty(), pool.take(nowhere, Reuse.READ));
    }

    @Test
    void openingAConnectionEndsWithTheGoal() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Route proxied = Route.to(
                    URI.create("https://dcdn.test"),
                    target -> Optional.of(new HttpProxy("127.0.0.1", silent.getLocalPort(), "", "", "a test")));
            Runnable stop = pool.openAhead(proxied);
            Socket tunnel = silent.accept();

            stop.run();

            tunnel.setSoTimeout(5_000);
            tunnel.getInputStream().readAllBytes();
            assertEquals(Optional.empty(), pool.take(proxied, Reuse.READ));
        }
    }

    /** The timeout of the request counts, also if another caller has started to open the connection. */
    @Test
    void theConnectTimeoutCountsForAConnectionThatIsBeingOpened() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            HttpProxy proxy = new HttpProxy("127.0.0.1", silent.getLocalPort(), "", "", "a test");
            HttpSettings network = new HttpSettings(
                    Duration.ofMillis(200), Duration.ofSeconds(5), time(), target -> Optional.of(proxy), pool);
            pool.openAhead(Route.to(URI.create("https://dcdn.test"), network.proxies()));

            IOException failure = assertThrows(
                    IOException.class, () -> new Wire(network).post("https://dcdn.test", Map.of(), new byte[1], 1));

            assertInstanceOf(Tunnel.FailedException.class, failure.getCause());
        }
    }

    @ParameterizedTest
    @CsvSource({"3999, 1", "4000, 2"})
    void aWriteReusesAConnectionForLessThanFourSeconds(int idle, int connection) throws IOException {
        read();
        passed.addAndGet(Duration.ofMillis(idle).toNanos());
        write();

        assertEquals(List.of(1, connection), server.requests());
    }

    @ParameterizedTest
    @CsvSource({"9999, 1", "10000, 2"})
    void aReadReusesAConnectionForLessThanTenSeconds(int idle, int connection) throws IOException {
        write();
        passed.addAndGet(Duration.ofMillis(idle).toNanos());
        read();

        assertEquals(List.of(1, connection), server.requests());
    }

    @Test
    void aConnectionThatIsTooOldForAnyRequestIsClosed() throws Exception {
        try (ScriptedServer store = new ScriptedServer()) {
            read();
            passed.addAndGet(Duration.ofSeconds(10).toNanos());
            wire.post(store.url(), Map.of(), new byte[1], 1);
            eventually(() -> server.open() == 0);

            read();
            passed.addAndGet(Duration.ofSeconds(10).toNanos());
            pool.openAhead(Route.to(URI.create(store.url()), target -> Optional.empty()));
            eventually(() -> server.open() == 0);
        }
    }

    private String read() throws IOException {
        return body(wire.postQuery(server.url(), Map.of(), new byte[1], 1));
    }

    private String write() throws IOException {
        return body(wire.post(server.url(), Map.of(), new byte[1], 1));
    }

    private static String body(Answer answer) {
        return answer.body();
    }

    private Route route() {
        return Route.to(URI.create(server.url()), target -> Optional.empty());
    }

    /** Two requests that are answered only after both have arrived. */
    private void both(Callable<String> request) throws Exception {
        server.awaits(server.requests().size() + 2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (Future<String> answer : threads.invokeAll(List.of(request, request))) {
                assertEquals("ok", answer.get());
            }
        } finally {
            threads.shutdownNow();
            server.awaits(0);
        }
    }

    private static void answer(ServerSocket server) {
        try (Socket client = server.accept()) {
            while (client.getInputStream().read() != '\n'
                    || client.getInputStream().read() != '\r') {
                // More of the head follows.
            }
            client.getOutputStream().write(OK.getBytes());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void eventually(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 500 && !condition.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertTrue(condition.getAsBoolean());
    }

    private static GoalTime time() {
        return new GoalTime(Duration.ofMinutes(1), new SteadyClock(), pause -> {});
    }

    private static Wire wire(ConnectionPool pool) {
        Duration timeout = Duration.ofSeconds(5);
        return new Wire(new HttpSettings(timeout, timeout, time(), target -> Optional.empty(), pool));
    }
}
