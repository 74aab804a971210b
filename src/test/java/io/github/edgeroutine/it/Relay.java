// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Listens on loopback and carries each connection on to one port there, until it is closed. */
abstract class Relay implements AutoCloseable {

    private final ServerSocket server;
    private final int destination;

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

    /** @return whether the connection is carried on */
    abstract boolean welcome(Socket client) throws IOException;

    @Override
    public final void close() throws IOException {
        server.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
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
            // A client may leave at any time, such as one that does not trust the certificate.
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One side is gone, and so is the other now.
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }
}
