// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Listens on loopback and forwards each connection to one port there, until it is closed. */
abstract class Relay implements AutoCloseable {

    private final ServerSocket server;
    private final int destination;
    private final AtomicInteger accepted = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    Relay(ServerSocket server, int destination) {
        this.server = server;
        this.destination = destination;
        daemon(this::accept);
    }

    static InetAddress loopback() {
        return InetAddress.getLoopbackAddress();
    }

    public final int port() {
        return server.getLocalPort();
    }

    /** The number of all connections. */
    public final int accepted() {
        return accepted.get();
    }

    /** The number of connections that are open on both sides. */
    public final int open() {
        return open.size();
    }

    /** Closes the current connections. */
    public final void cut() throws IOException {
        for (Socket each : open) {
            each.close();
        }
    }

    /** @return whether the connection is forwarded */
    abstract boolean welcome(Socket client) throws IOException;

    @Override
    public final void close() throws IOException {
        server.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                accepted.incrementAndGet();
                open.add(client);
                daemon(() -> serve(client));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            if (welcome(client)) {
                try (Socket onward = new Socket(loopback(), destination)) {
                    daemon(() -> pump(onward, client));
                    pump(client, onward);
                }
            }
        } catch (IOException e) {
            // A client may disconnect at any time, for example if it does not trust the certificate.
        } finally {
            open.remove(client);
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One side has closed the connection, so the other is closed too.
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }
}
