// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * A connection for one exchange. Each of its steps can be waited for, and be ended by {@link #close}, at whatever read or
 * write it is.
 */
final class Line implements Runnable, Closeable {

    private final Exchange exchange;
    private final HttpSettings network;
    private final Optional<HttpProxy> proxy;
    private final Socket plain;
    private final CompletableFuture<Void> reached = new CompletableFuture<>();
    private final CompletableFuture<Void> secured = new CompletableFuture<>();
    private final CompletableFuture<Answer> answered = new CompletableFuture<>();

    Line(Exchange exchange, HttpSettings network) {
        this.exchange = exchange;
        this.network = network;
        this.proxy = network.proxyTo(exchange.target());
        this.plain = proxy.isPresent() ? new Socket(Proxy.NO_PROXY) : new Socket();
    }

    /** The server, or the proxy's tunnel to it. */
    CompletableFuture<Void> reached() {
        return reached;
    }

    /** TLS, if it is spoken; whoever completes this ahead of the line keeps the request from being sent. */
    CompletableFuture<Void> secured() {
        return secured;
    }

    CompletableFuture<Answer> answered() {
        return answered;
    }

    @Override
    public void run() {
        try {
            reach();
            reached.complete(null);
            Socket socket =
                    exchange.isEncrypted() ? network.tls().secured(plain, exchange.host(), exchange.port()) : plain;
            plain.setSoTimeout(Math.max(1, Math.toIntExact(network.readTimeout().toMillis())));
            if (secured.complete(null)) {
                answered.complete(exchange.over(socket));
            }
        } catch (Throwable e) {
            // An Error as well: whoever waits has to learn of it.
            Stream.of(reached, secured, answered).forEach(step -> step.completeExceptionally(e));
        }
    }

    private void reach() throws IOException {
        if (proxy.isPresent()) {
            new Tunnel(proxy.get(), exchange.target().getHost() + ":" + exchange.port()).open(plain);
        } else {
            plain.connect(new InetSocketAddress(exchange.host(), exchange.port()));
        }
        plain.setTcpNoDelay(true);
    }

    /** What it means that {@link #reached} came too late. */
    IOException notReached() {
        IOException late = new SocketTimeoutException();
        return proxy.isPresent() ? new Tunnel.FailedException(proxy.get(), 0, late) : late;
    }

    @Override
    public void close() throws IOException {
        plain.close();
    }
}
