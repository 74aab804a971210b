// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;

/**
 * A tunnel to a server through a proxy, opened with {@code CONNECT}. The JDK has such tunnels too, but they send a
 * password only if the whole JVM is configured for it.
 *
 * @param target host and port of the server; the proxy resolves the host name, which may be unknown on this machine
 */
record Tunnel(HttpProxy proxy, String target) {

    /** Opens the tunnel. All later data on the socket comes from the server. */
    void open(Socket socket) throws FailedException {
        int status;
        try {
            socket.connect(new InetSocketAddress(proxy.host(), proxy.port()));
            socket.getOutputStream().write(request().getBytes(ISO_8859_1));
            // Read without a buffer, because the data after the head belongs to the server.
            status = Head.read(socket.getInputStream()).status();
        } catch (ProtocolException e) {
            throw new FailedException(proxy, -1, null);
        } catch (IOException e) {
            throw new FailedException(proxy, 0, e);
        }
        if (status != 200) {
            throw new FailedException(proxy, status, null);
        }
    }

    private String request() {
        return "CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n"
                + (proxy.user().isEmpty() ? "" : "Proxy-Authorization: Basic " + proxy.basic() + "\r\n") + "\r\n";
    }

    /** The tunnel could not be opened: the proxy is not reachable, or its answer is not 200. */
    static final class FailedException extends IOException {

        private static final long serialVersionUID = 1;

        private final transient HttpProxy proxy;
        private final int status;

        FailedException(HttpProxy proxy, int status, IOException cause) {
            super(cause);
            this.proxy = proxy;
            this.status = status;
        }

        HttpProxy proxy() {
            return proxy;
        }

        /** {@code -1} if the answer was not HTTP; undefined if there is a cause. */
        int status() {
            return status;
        }
    }
}
