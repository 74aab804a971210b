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

    /** Decides the answer to a request. */
    @FunctionalInterface
    public interface Responder {

        /** @throws InterruptedException if the server stops during the request; the connection is then closed */
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
     * Opens the port. Requests are answered after {@link #start}.
     *
     * @param port from 1 to 65535, or 0 for a free one
     * @param clock gives the time of a request
     * @throws java.net.BindException if another program uses the port
     */
    public static LoopbackServer open(int port, Clock clock) throws IOException {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        return new LoopbackServer(HttpServer.create(new InetSocketAddress(loopback, port), 0), clock);
    }

    /** Answers all later requests, each in a separate thread. */
    public void start(Responder responder) {
        server.createContext("/", exchange -> handle(exchange, responder));
        server.setExecutor(threads);
        // The server's own thread is a daemon only if a daemon thread starts it.
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

    /**
     * Stops at once. Running requests are interrupted. If the thread was interrupted before, it still is afterwards.
     */
    public void stop() {
        // The server of Java 25 waits here and clears the interrupt flag of the thread.
        boolean isInterrupted = Thread.interrupted();
        server.stop(0);
        threads.shutdownNow();
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
