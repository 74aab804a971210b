// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** While it is open, connections of the JDK to other machines arrive here and are closed. */
public final class LoopbackOnly extends ProxySelector implements AutoCloseable {

    private final ProxySelector usual = ProxySelector.getDefault();
    private final ServerSocket proxy = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    private final CompletableFuture<String> heard = CompletableFuture.supplyAsync(this::firstLine);

    public LoopbackOnly() throws IOException {
        setDefault(this);
    }

    /** The first received line. */
    public String heard() {
        return heard.join();
    }

    @Override
    public List<Proxy> select(URI uri) {
        return "127.0.0.1".equals(uri.getHost())
                ? List.of(Proxy.NO_PROXY)
                : List.of(new Proxy(
                        Proxy.Type.HTTP, new InetSocketAddress(proxy.getInetAddress(), proxy.getLocalPort())));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {}

    @Override
    public void close() throws IOException {
        setDefault(usual);
        proxy.close();
    }

    private String firstLine() {
        try (Socket client = proxy.accept();
                BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII))) {
            return in.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
