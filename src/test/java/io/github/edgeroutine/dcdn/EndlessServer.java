// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.edgeroutine.it.Keys;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLSocket;

/**
 * A server or a proxy that sends tiny pieces and never ends: each byte is in time, but the whole answer never comes.
 */
final class EndlessServer implements AutoCloseable {

    /** The phase in which it does this. */
    enum Phase {
        TUNNEL("HTTP/1.1 200 OK\r\nX: ", "x"),
        /** The head of a TLS record that is never complete. */
        HANDSHAKE("\u0016\u0003\u0003\u0040\u0000", "\u0000"),
        /** Reads nothing and sends nothing. */
        WRITE("", ""),
        STATUS_LINE("HTTP/1.1 200 O", "x"),
        HEADER("HTTP/1.1 200 OK\r\nX: ", "x"),
        INTERIM("", "HTTP/1.1 103 Early Hints\r\n\r\n"),
        CHUNK_EXTENSION("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;", "x"),
        CHUNKS("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n"),
        BODY("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", "x"),
        BODY_WITHOUT_LENGTH("HTTP/1.1 200 OK\r\n\r\n", "x"),
        BODY_THEN_SILENCE("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\nhalf of it", ""),
        /** The head of a TLS record that is never complete, after the handshake. */
        RECORD("\u0017\u0003\u0003\u0040\u0000", "\u0000");

        private final String beginning;
        private final String step;

        Phase(String beginning, String step) {
            this.beginning = beginning;
            this.step = step;
        }

        boolean isEncrypted() {
            return this == TUNNEL || this == HANDSHAKE || this == RECORD;
        }

        boolean isBeforeTheRequest() {
            return this == TUNNEL || this == HANDSHAKE;
        }
    }

    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    private final Phase phase;
    private final Keys keys;

    EndlessServer(Phase phase, Keys keys) throws IOException {
        this.phase = phase;
        this.keys = keys;
        Thread thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        try (Socket client = server.accept()) {
            if (phase == Phase.RECORD) {
                SSLSocket tls = (SSLSocket)
                        keys.context().getSocketFactory().createSocket(client, "127.0.0.1", client.getPort(), false);
                tls.setUseClientMode(false);
                tls.startHandshake();
            }
            OutputStream out = client.getOutputStream();
            out.write(phase.beginning.getBytes(ISO_8859_1));
            InputStream in = client.getInputStream();
            while (!server.isClosed()) {
                out.write(phase.step.getBytes(ISO_8859_1));
                // The request must be read, except in one phase. Otherwise the client would block in a write.
                if (phase != Phase.WRITE) {
                    in.skipNBytes(in.available());
                }
                Thread.sleep(10);
            }
        } catch (IOException | GeneralSecurityException | InterruptedException e) {
            // The client has closed the connection.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
