package io.github.edgeroutine.dcdn;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class WireTest {

    private static final byte[] BODY = "hello".getBytes(US_ASCII);
    private static final byte[] ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".getBytes(US_ASCII);

    /** A connection kept from the call before may be closed by the server at any moment, and take a call with it. */
    @Test
    void eachCallHasItsOwnConnectionThoughTheServerWouldKeepIt()
            throws IOException, InterruptedException, ExecutionException {
        try (ServerSocket server = new ServerSocket(0, 2, InetAddress.getByName("127.0.0.1"))) {
            server.setSoTimeout(5_000);
            FutureTask<List<Integer>> afterEachAnswer = new FutureTask<>(twoCalls(server));
            new Thread(afterEachAnswer).start();
            Wire wire = new Wire(Wired.network(5));
            String url = "http://127.0.0.1:" + server.getLocalPort() + "/";

            wire.post(url, Map.of(), BODY);
            wire.post(url, Map.of(), BODY);

            assertEquals(List.of(-1, -1), afterEachAnswer.get(), "the client closes, and sends nothing more");
        }
    }

    /** What comes on a connection after the answer: -1 if the client has closed it. */
    private static Callable<List<Integer>> twoCalls(ServerSocket server) {
        return () -> {
            List<Integer> next = new ArrayList<>();
            while (next.size() < 2) {
                try (Socket connection = server.accept()) {
                    connection.setSoTimeout(5_000);
                    InputStream in = connection.getInputStream();
                    StringBuilder head = new StringBuilder();
                    while (!head.toString().endsWith("\r\n\r\n")) {
                        head.append((char) in.read());
                    }
                    in.readNBytes(BODY.length);
                    connection.getOutputStream().write(ANSWER);
                    next.add(in.read());
                }
            }
            return next;
        };
    }
}
