// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.cloud.Endpoint;
import io.github.edgeroutine.http.HttpProxy;
import io.github.edgeroutine.http.HttpSettings;
import io.github.edgeroutine.it.ConnectProxy;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.RoutineName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a proxy can answer instead of opening a tunnel. */
class TunnelTest {

    private static final String PASSWORD = "proxy/pass+word";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "407 | rejected the user or the password | false",
                "403 | refused the connection to https://dcdn.aliyuncs.com (HTTP 403)     | false",
                "302 | refused the connection to https://dcdn.aliyuncs.com (HTTP 302)     | false",
                "502 | refused the connection to https://dcdn.aliyuncs.com (HTTP 502)     | true",
                "503 | refused the connection to https://dcdn.aliyuncs.com (HTTP 503)     | true",
                "504 | refused the connection to https://dcdn.aliyuncs.com (HTTP 504)     | true",
            })
    void aRefusalNamesTheProxyAndOnlyTemporaryOnesAreRetried(int status, String words, boolean mayPass)
            throws IOException {
        try (ConnectProxy proxy = ConnectProxy.refusing("HTTP/1.1 " + status + " No\r\n\r\n<html>" + PASSWORD)) {
            CallFailedException failure = failure(proxy.port(), "bob");

            assertEquals(
                    "the proxy 127.0.0.1:" + proxy.port() + " (proxy corp in settings.xml, with a user) " + words,
                    failure.getMessage());
            assertEquals(Effect.NOT_SENT, failure.effect());
            assertEquals(mayPass, failure.mayPass());
        }
    }

    @Test
    void aMissingPasswordIsReported() throws IOException {
        try (ConnectProxy proxy = ConnectProxy.open(0, "bob", PASSWORD)) {
            CallFailedException failure = failure(proxy.port(), "");

            assertEquals(
                    "the proxy 127.0.0.1:" + proxy.port() + " (proxy corp in settings.xml) requires a user"
                            + " and a password",
                    failure.getMessage());
            assertEquals(
                    "Correct them in proxy corp in settings.xml. Only Basic authentication is supported.",
                    failure.remedy());
            assertFalse(proxy.heads().get(0).contains("Proxy-Authorization"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-OpenSSH_9.6\r\n\r\n", "HTTP/1.1 20000 OK\r\n\r\n", "HTTP/2 200 OK\r\n\r\n"})
    void aServerThatIsNotAProxyIsReported(String answer) throws IOException {
        assertNoProxy(answer);
    }

    @Test
    void aHeadWithoutEndIsNotReadToItsEnd() throws IOException {
        assertNoProxy("HTTP/1.1 200 OK\r\nX: " + "x".repeat(100_000));
    }

    private static void assertNoProxy(String answer) throws IOException {
        try (ConnectProxy proxy = ConnectProxy.refusing(answer)) {
            CallFailedException failure = failure(proxy.port(), "bob");

            assertEquals(
                    "the proxy 127.0.0.1:" + proxy.port()
                            + " (proxy corp in settings.xml, with a user) did not answer like an HTTP proxy",
                    failure.getMessage());
            assertFalse(failure.mayPass());
        }
    }

    @Test
    void anUnreachableProxyIsNamedInsteadOfTheService() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }

        CallFailedException failure = failure(closed, "bob");

        assertEquals(
                "the proxy 127.0.0.1:" + closed + " (proxy corp in settings.xml, with a user) refused the connection",
                failure.getMessage());
        assertTrue(failure.remedy().startsWith("Check proxy corp in settings.xml, "), failure.remedy());
        assertTrue(failure.mayPass());
    }

    @Test
    void anUnknownProxyIsNamedInsteadOfTheService() {
        CallFailedException failure = WireFixture.failure(() ->
                describe(new HttpProxy("no-such-host.invalid", 3128, "", "", "environment variable HTTPS_PROXY"), 5));

        assertEquals(
                "the host name of the proxy no-such-host.invalid:3128 (environment variable HTTPS_PROXY)"
                        + " cannot be resolved",
                failure.getMessage());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSilentOrSlowProxyTimesOut(boolean drips) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> answerSlowly(server, drips));
            thread.setDaemon(true);
            thread.start();
            long start = System.nanoTime();

            CallFailedException failure = failure(server.getLocalPort(), "bob", 1);

            assertTrue(failure.getMessage().endsWith(" timed out"), failure.getMessage());
            assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 4);
        }
    }

    private static void answerSlowly(ServerSocket server, boolean drips) {
        try (Socket client = server.accept()) {
            while (client.getInputStream().read() >= 0) {
                if (drips) {
                    client.getOutputStream().write('H');
                    Thread.sleep(50);
                }
            }
        } catch (IOException | InterruptedException e) {
            // The client has closed the connection.
        }
    }

    private static CallFailedException failure(int port, String user) {
        return failure(port, user, 5);
    }

    private static CallFailedException failure(int port, String user, int connectTimeout) {
        HttpProxy proxy = new HttpProxy("127.0.0.1", port, user, PASSWORD, "proxy corp in settings.xml");
        return WireFixture.failure(() -> describe(proxy, connectTimeout), PASSWORD, proxy.basic());
    }

    private static void describe(HttpProxy proxy, int connectTimeout) throws CallFailedException {
        HttpSettings usual = WireFixture.network(5, target -> Optional.of(proxy));
        WireFixture.client(
                        Endpoint.parse("https://dcdn.aliyuncs.com"),
                        new HttpSettings(
                                Duration.ofSeconds(connectTimeout),
                                usual.readTimeout(),
                                usual.time(),
                                usual.proxies(),
                                usual.connections()),
                        WireFixture.limit(),
                        WireFixture.credentials())
                .describe(new RoutineName("hello"));
    }
}
