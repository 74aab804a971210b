// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import jdk.net.ExtendedSocketOptions;

/** A connection to a server, direct or through a proxy tunnel. It carries one exchange at a time. */
final class HttpConnection implements Closeable {

    private final Route route;
    private final Tls tls;
    private final LongSupplier nanos;
    private final Socket plain;
    private final CompletableFuture<Void> reached = new CompletableFuture<>();
    private final CompletableFuture<Socket> secured = new CompletableFuture<>();
    private volatile long lastUse;
    private volatile boolean isKept;

    HttpConnection(Route route, Tls tls, LongSupplier nanos) {
        this.route = route;
        this.tls = tls;
        this.nanos = nanos;
        this.lastUse = nanos.getAsLong();
        this.plain = route.proxy().isPresent() ? new Socket(Proxy.NO_PROXY) : new Socket();
    }

    Route route() {
        return route;
    }

    /** Completes when the server, or the tunnel of the proxy, is connected. */
    CompletableFuture<Void> reached() {
        return reached;
    }

    /** Completes after the TLS handshake, or at once without TLS. Requests are written to this socket. */
    CompletableFuture<Socket> secured() {
        return secured;
    }

    /** A failure is reported through {@link #reached} and {@link #secured}. */
    void open() {
        try {
            reach();
            reached.complete(null);
            secured.complete(route.encrypted() ? tls.secured(plain, route.bareHost(), route.port()) : plain);
            lastUse = nanos.getAsLong();
        } catch (Throwable e) {
            // Also an Error, so that no thread waits forever.
            fail(e);
        }
    }

    private void reach() throws IOException {
        if (route.proxy().isPresent()) {
            new Tunnel(route.proxy().get(), route.host() + ":" + route.port()).open(plain);
        } else {
            plain.connect(new InetSocketAddress(route.bareHost(), route.port()));
        }
        plain.setTcpNoDelay(true);
    }

    private void fail(Throwable cause) {
        reached.completeExceptionally(cause);
        secured.completeExceptionally(cause);
    }

    /** The time since the connection was opened, or since the last answer. */
    Duration idle() {
        return Duration.ofNanos(nanos.getAsLong() - lastUse);
    }

    /**
     * Whether the connection can carry another exchange: the end of the last answer was certain, and the server keeps
     * the connection.
     */
    boolean isKept() {
        return isKept;
    }

    boolean isOpen() {
        return secured.isDone() && !secured.isCompletedExceptionally();
    }

    /** Whether the connection is still open and the server has sent no unexpected data. The check takes a millisecond. */
    boolean isQuiet() {
        try {
            Socket socket = secured.getNow(plain);
            socket.setSoTimeout(1);
            socket.getInputStream().read();
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Sends the request once and reads the answer.
     *
     * @throws Wire.UnansweredException if the connection was closed before the first byte of an answer
     */
    Answer exchange(Exchange exchange, Duration readTimeout) throws IOException {
        isKept = false;
        Socket socket = secured.getNow(plain);
        socket.setSoTimeout(Math.max(1, Math.toIntExact(readTimeout.toMillis())));
        BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
        try {
            OutputStream out = new BufferedOutputStream(socket.getOutputStream());
            exchange.write(out);
            out.flush();
            acknowledgeAtOnce();
            in.mark(1);
            if (in.read() < 0) {
                throw new EOFException();
            }
            in.reset();
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            throw new Wire.UnansweredException(e);
        }
        Exchange.Reply reply = exchange.read(in);
        lastUse = nanos.getAsLong();
        isKept = reply.keepsConnection();
        return reply.answer();
    }

    /**
     * Some servers, such as the JDK's, send head and body in two packets, and wait for the acknowledgement of the
     * first. On a reused connection Linux would delay that acknowledgement by 40 ms.
     */
    private void acknowledgeAtOnce() throws IOException {
        if (plain.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)) {
            plain.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        }
    }

    /** Ends a pending read or write. */
    @Override
    public void close() {
        isKept = false;
        try {
            plain.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        fail(new SocketException("closed"));
    }
}
