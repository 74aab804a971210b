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

/** A connection to a server, directly or through the tunnel of a proxy. It carries one exchange at a time. */
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

    /** The server, or the proxy's tunnel to it. */
    CompletableFuture<Void> reached() {
        return reached;
    }

    /** TLS, if it is spoken: what requests are written to. */
    CompletableFuture<Socket> secured() {
        return secured;
    }

    /** What fails, {@link #reached} and {@link #secured} tell. */
    void open() {
        try {
            reach();
            reached.complete(null);
            secured.complete(route.encrypted() ? tls.secured(plain, route.bareHost(), route.port()) : plain);
            lastUse = nanos.getAsLong();
        } catch (Throwable e) {
            // An Error as well: whoever waits has to learn of it.
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

    /** Since it was opened, or since the last answer. */
    Duration idle() {
        return Duration.ofNanos(nanos.getAsLong() - lastUse);
    }

    /** Whether it can carry another exchange: the last answer had a certain end, and the server does not close it. */
    boolean isKept() {
        return isKept;
    }

    boolean isOpen() {
        return secured.isDone() && !secured.isCompletedExceptionally();
    }

    /** Whether the server has not closed it meanwhile, and has not sent what nobody asked for. It takes a millisecond. */
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
     * Sends the request, once, and reads the answer.
     *
     * @throws Wire.UnansweredException if not one byte of an answer came and the connection is gone
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
     * A server that sends head and body in two pieces, such as the JDK's, may hold the second one back until the first is
     * acknowledged. On a connection that was used before, Linux would wait 40 ms with that.
     */
    private void acknowledgeAtOnce() throws IOException {
        if (plain.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)) {
            plain.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        }
    }

    /** Ends whatever read or write it is at. */
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
