// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.http;

import java.io.Closeable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** The idle connections of a build, which its goals share. Whoever made it closes it. Safe for many threads. */
public final class ConnectionPool implements Closeable {

    private final Tls tls;
    private final LongSupplier nanos;
    private final Deque<HttpConnection> idle = new ArrayDeque<>();
    private boolean isClosed;

    /** @param tls of all connections that are encrypted */
    public ConnectionPool(Tls tls) {
        this(tls, System::nanoTime);
    }

    /** @param nanos only their differences mean something, as with {@link System#nanoTime} */
    ConnectionPool(Tls tls, LongSupplier nanos) {
        this.tls = tls;
        this.nanos = nanos;
    }

    /** Trusts whom the JVM's trust store trusts. */
    public static ConnectionPool ofJvm() {
        return new ConnectionPool(Tls.ofJvm());
    }

    Tls tls() {
        return tls;
    }

    /** One that nobody else gets, and that is not open. */
    HttpConnection newConnection(Route route) {
        return new HttpConnection(route, tls, nanos);
    }

    /**
     * Opens a connection in the background, unless one is idle: a call that comes soon can take it.
     *
     * @return stops to open it, if no call has taken it yet; what is open already stays
     */
    public synchronized Runnable openAhead(Route route) {
        closeOld();
        if (isClosed || idle.stream().anyMatch(each -> each.route().equals(route))) {
            return () -> {};
        }
        HttpConnection connection = newConnection(route);
        // Not after the server was reached: the trust store takes as long to read as a long road to travel.
        Background loading = Background.start(route.encrypted() ? tls::load : () -> {});
        Background opening = Background.start(connection::open);
        idle.push(connection);
        return () -> {
            if (!connection.isOpen() && remove(connection)) {
                connection.close();
                opening.end();
                loading.end();
            }
        };
    }

    /** The one that was used last, which nobody else gets then. It may still be opening, or have failed to open. */
    synchronized Optional<HttpConnection> take(Route route, Reuse reuse) {
        closeOld();
        Optional<HttpConnection> youngest = idle.stream()
                .filter(each -> each.route().equals(route) && each.idle().compareTo(reuse.mostIdle()) < 0)
                .findFirst();
        youngest.ifPresent(idle::remove);
        return youngest;
    }

    /** Keeps it for the next exchange, if it can carry one. */
    synchronized void giveBack(HttpConnection connection) {
        if (connection.isKept() && !isClosed) {
            idle.push(connection);
        } else {
            connection.close();
        }
    }

    /** Closes those on that route: where the server has closed one, it may have closed others. */
    synchronized void closeAll(Route route) {
        closeIf(each -> each.route().equals(route));
    }

    /** What is in use is closed after its exchange. */
    @Override
    public synchronized void close() {
        isClosed = true;
        closeIf(each -> true);
    }

    private void closeOld() {
        closeIf(each -> each.idle().compareTo(Reuse.READ.mostIdle()) >= 0);
    }

    private void closeIf(Predicate<HttpConnection> unwanted) {
        for (HttpConnection each : idle.stream().filter(unwanted).toList()) {
            idle.remove(each);
            each.close();
        }
    }

    private synchronized boolean remove(HttpConnection connection) {
        return idle.remove(connection);
    }
}
