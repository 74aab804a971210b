// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server on a port of 127.0.0.1. Its threads do not keep the JVM alive. */
public final class LoopbackServer {

    /** Decides what a request is answered. */
    @FunctionalInterface
    public interface Responder {

        /** @throws InterruptedException if the server stops meanwhile; the connection is then closed */
        SimulatedAnswer answer(RawRequest request) throws InterruptedException;
    }

    private final HttpServer server;
    private final Clock clock;
    private final ExecutorService threads = Executors.newCachedThreadPool(LoopbackServer::daemon);

    private LoopbackServer(HttpServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    /**
     * Opens the port; nobody is answered before {@link #start}.
     *
     * @param port from 1 to 65535, or 0 for a free one
     * @param clock says when a request arrives
     * @throws java.net.BindException if another program has the port
     */
    public static LoopbackServer open(int port, Clock clock) throws IOException {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        return new LoopbackServer(HttpServer.create(new InetSocketAddress(loopback, port), 0), clock);
    }

    /** Answers requests from now on, each on a thread of its own. */
    public void start(Responder responder) {
        server.createContext("/", exchange -> handle(exchange, responder));
        server.setExecutor(threads);
        // The server's own thread is a daemon only if the thread that starts it is one.
        CompletableFuture.runAsync(server::start, threads).join();
    }

    private void handle(HttpExchange exchange, Responder responder) throws IOException {
        try {
            responder
                    .answer(RawRequest.read(exchange, endpoint(), clock.instant()))
                    .send(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "edge-routine-simulator");
        thread.setDaemon(true);
        return thread;
    }

    /** {@code http://127.0.0.1:<port>} */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Stops at once; requests under way are cut. A thread that was interrupted before is so afterwards. */
    public void stop() {
        // The server of Java 25 waits here, and forgets that the thread was interrupted.
        boolean isInterrupted = Thread.interrupted();
        server.stop(0);
        threads.shutdownNow();
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
