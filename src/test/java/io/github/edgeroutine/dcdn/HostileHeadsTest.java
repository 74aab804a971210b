// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.call.RoutineClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data before a body, or in place of an answer, from a server that does not speak HTTP. */
class HostileHeadsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n\r\n",
                "SSH-2.0-OpenSSH_9.6\r\n",
                "\0\1\2\3",
                "HTTP/1.1\r\n\r\n",
                "HTTP/1.1 99999999999 x\r\n\r\n",
                "HTTP/1.1 -200 x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n{}",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n{}",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nno size\r\n{}",
                "HTTP/1.1 200 OK\r\nKeep-Alive: timeout=x, max=-1\r\n: \r\n\0: \0\r\n\r\n",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n",
                "HTTP/1.1 101 Switching Protocols\r\n\r\n",
                "HTTP/1.1 302 Found\r\nLocation: ::error::\r\n\r\n",
                "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Digest =,=\"\r\n\r\n",
                "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: \r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 407 Proxy\r\nProxy-Authenticate: NTLM\r\nContent-Length: 0\r\n\r\n"
            })
    void anyDataGivesAFailureWithAMessageOfThePlugin(String sent) throws IOException, InterruptedException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Thread thread = new Thread(() -> answer(server, sent));
            thread.start();
            RoutineClient routines =
                    WireFixture.routines("http://127.0.0.1:" + server.getLocalPort(), WireFixture.credentials(), 2);

            CallFailedException failure = WireFixture.failure(() -> routines.describe(new RoutineName("hello")));

            Harmless.check(failure.getMessage(), 600);
            assertTrue(failure.getMessage().matches("the (answer was HTTP|connection to) .*"), failure.getMessage());
            thread.join();
        }
    }

    private static void answer(ServerSocket server, String sent) {
        try (Socket connection = server.accept()) {
            InputStream in = connection.getInputStream();
            StringBuilder head = new StringBuilder();
            while (!head.toString().endsWith("\r\n\r\n")) {
                head.append((char) in.read());
            }
            String length = head.toString().replaceFirst("(?is).*content-length: (\\d+).*", "$1");
            in.readNBytes(Integer.parseInt(length));
            OutputStream out = connection.getOutputStream();
            out.write(sent.getBytes(ISO_8859_1));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
