// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.http;

import java.io.Closeable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** The idle connections of a build, shared by its goals. The class that creates the pool closes it. Thread-safe. */
public final class ConnectionPool implements Closeable {

    private final Tls tls;
    private final LongSupplier nanos;
    private final Deque<HttpConnection> idle = new ArrayDeque<>();
    private boolean isClosed;

    /** @param tls for all encrypted connections */
    public ConnectionPool(Tls tls) {
        this(tls, System::nanoTime);
    }

    /** @param nanos a clock like {@link System#nanoTime}: only differences of its values have a meaning */
    ConnectionPool(Tls tls, LongSupplier nanos) {
        this.tls = tls;
        this.nanos = nanos;
    }

    /** Trusts the certificate authorities in the JVM's trust store. */
    public static ConnectionPool ofJvm() {
        return new ConnectionPool(Tls.ofJvm());
    }

    Tls tls() {
        return tls;
    }

    /** A new connection that is not open yet, and that is not shared. */
    HttpConnection newConnection(Route route) {
        return new HttpConnection(route, tls, nanos);
    }

    /**
     * Opens a connection in the background, unless an idle one exists. The next call can use it.
     *
     * @return stops the opening if no call has taken the connection; an open connection stays
     */
    public synchronized Runnable openAhead(Route route) {
        closeOld();
        if (isClosed || idle.stream().anyMatch(each -> each.route().equals(route))) {
            return () -> {};
        }
        HttpConnection connection = newConnection(route);
        // Both start at the same time, because reading the trust store can take as long as connecting.
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

    /**
     * The connection that was used last. It leaves the pool, so no other exchange gets it. It may still be opening, or
     * may have failed to open.
     */
    synchronized Optional<HttpConnection> take(Route route, Reuse reuse) {
        closeOld();
        Optional<HttpConnection> youngest = idle.stream()
                .filter(each -> each.route().equals(route) && each.idle().compareTo(reuse.mostIdle()) < 0)
                .findFirst();
        youngest.ifPresent(idle::remove);
        return youngest;
    }

    /** Keeps the connection for the next exchange if it can be used again. */
    synchronized void giveBack(HttpConnection connection) {
        if (connection.isKept() && !isClosed) {
            idle.push(connection);
        } else {
            connection.close();
        }
    }

    /**
     * Closes the idle connections of that route. If the server closed one of them, it may have closed the others too.
     */
    synchronized void closeAll(Route route) {
        closeIf(each -> each.route().equals(route));
    }

    /** A connection in use is closed after its exchange. */
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
