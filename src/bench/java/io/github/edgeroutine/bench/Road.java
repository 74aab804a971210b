// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;

/**
 * A road to the service, with TLS at its end: each connection costs a round trip before its first byte, and each byte half of
 * one. Both ends are on loopback, where a connection alone would cost nothing.
 */
final class Road implements AutoCloseable {

    private final ServerSocket here;
    private final ServerSocket there;
    private final Duration roundTrip;
    private final int service;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger handshakes = new AtomicInteger();

    /** @param service its port on loopback, without TLS */
    Road(int service, Duration roundTrip, Certificate certificate) throws IOException, GeneralSecurityException {
        this.here = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        this.there = certificate.context().getServerSocketFactory().createServerSocket(0, 50, here.getInetAddress());
        this.roundTrip = roundTrip;
        this.service = service;
        DelayLine.daemon(() -> accept(here, this::carry));
        DelayLine.daemon(() -> accept(there, this::serve));
    }

    String endpoint() {
        return "-Dedge-routine.endpoint=https://127.0.0.1:" + here.getLocalPort();
    }

    /** Since the last call of this method. */
    int connections() {
        return connections.getAndSet(0);
    }

    /** Since the last call of this method. */
    int handshakes() {
        return handshakes.getAndSet(0);
    }

    private interface Use {

        void of(Socket client) throws IOException;
    }

    private static void accept(ServerSocket server, Use use) {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                client.setTcpNoDelay(true);
                DelayLine.daemon(() -> {
                    try {
                        use.of(client);
                    } catch (IOException e) {
                        // The client has closed the connection. It must report this itself.
                    }
                });
            } catch (IOException e) {
                // The case has ended.
            }
        }
    }

    private void carry(Socket client) throws IOException {
        connections.incrementAndGet();
        long connected = System.nanoTime() + roundTrip.toNanos();
        Duration half = roundTrip.dividedBy(2);
        Socket onward = connect(there.getLocalPort());
        new DelayLine(client, onward, half, connected).start();
        new DelayLine(onward, client, half, connected).start();
    }

    private void serve(Socket client) throws IOException {
        ((SSLSocket) client).startHandshake();
        handshakes.incrementAndGet();
        Socket onward = connect(service);
        new DelayLine(client, onward, Duration.ZERO, 0).start();
        new DelayLine(onward, client, Duration.ZERO, 0).start();
    }

    private Socket connect(int port) throws IOException {
        Socket socket = new Socket(here.getInetAddress(), port);
        socket.setTcpNoDelay(true);
        return socket;
    }

    @Override
    public void close() throws IOException {
        here.close();
        there.close();
    }
}
