// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/**
 * One exchange over an idle connection, or over a new one if none is idle. The caller can wait for each step. {@link
 * #close} ends a pending read or write.
 */
final class Line implements Runnable, Closeable {

    private final Exchange exchange;
    private final HttpSettings network;
    private final Route route;
    private final CompletableFuture<Void> reached = new CompletableFuture<>();
    private final CompletableFuture<Void> secured = new CompletableFuture<>();
    private final CompletableFuture<Answer> answered = new CompletableFuture<>();
    private volatile HttpConnection connection;
    private boolean isClosed;

    Line(Exchange exchange, HttpSettings network) {
        this.exchange = exchange;
        this.network = network;
        this.route = Route.to(exchange.target(), network.proxies());
    }

    Route route() {
        return route;
    }

    /** Completes when the server, or the tunnel of the proxy, is connected. */
    CompletableFuture<Void> reached() {
        return reached;
    }

    /**
     * Completes after the TLS handshake, or at once without TLS. If the caller completes it first, the request is not
     * sent.
     */
    CompletableFuture<Void> secured() {
        return secured;
    }

    CompletableFuture<Answer> answered() {
        return answered;
    }

    @Override
    public void run() {
        try {
            boolean isIdle = takeIdle();
            if (!isIdle) {
                use(network.connections().newConnection(route));
                connection.open();
            }
            connection.reached().get();
            reached.complete(null);
            connection.secured().get();
            if (secured.complete(null)) {
                answered.complete(answer(isIdle));
            }
        } catch (Throwable e) {
            // Also an Error, so that no thread waits forever.
            Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
            Stream.of(reached, secured, answered).forEach(step -> step.completeExceptionally(cause));
        }
    }

    /** @return whether an idle connection was taken, which may still be opening */
    private boolean takeIdle() throws IOException {
        while (true) {
            Optional<HttpConnection> idle = network.connections().take(route, exchange.reuse());
            if (idle.isEmpty()) {
                return false;
            }
            use(idle.get());
            if (!connection.isOpen() || !exchange.reuse().looksFirst(connection.idle()) || connection.isQuiet()) {
                return true;
            }
            connection.close();
        }
    }

    private synchronized void use(HttpConnection chosen) throws IOException {
        connection = chosen;
        if (isClosed) {
            chosen.close();
            throw new SocketException("closed");
        }
    }

    private Answer answer(boolean isReused) throws IOException {
        try {
            return connection.exchange(exchange, network.readTimeout());
        } catch (Wire.UnansweredException e) {
            if (!isReused) {
                throw e.cause();
            }
            network.connections().closeAll(route);
            throw e;
        }
    }

    /** The failure if {@link #reached} did not complete in time. */
    IOException notReached() {
        IOException late = new SocketTimeoutException();
        return route.proxy().isPresent()
                ? new Tunnel.FailedException(route.proxy().get(), 0, late)
                : late;
    }

    /** Keeps the connection for another exchange if the answer is complete and its end is certain. */
    @Override
    public synchronized void close() {
        isClosed = true;
        if (connection == null) {
            return;
        }
        if (answered.isDone() && !answered.isCompletedExceptionally()) {
            network.connections().giveBack(connection);
        } else {
            connection.close();
        }
    }
}
