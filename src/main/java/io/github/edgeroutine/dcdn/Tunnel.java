// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A socket that reaches its server through a proxy, by {@code CONNECT}. The JDK has such tunnels too, but sends no
 * password into them unless the whole JVM is set up for it.
 */
final class Tunnel extends Socket {

    private static final int LONGEST_HEAD = 16 * 1024;
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] (\\d{3})[ \r\n]");

    private final HttpProxy proxy;
    private final String target;

    /** @param target host and port of the server */
    Tunnel(HttpProxy proxy, String target) {
        super(Proxy.NO_PROXY);
        this.proxy = proxy;
        this.target = target;
    }

    /**
     * @param server is left alone: the proxy may know hosts that this machine does not
     * @param timeout in milliseconds, for the proxy's answer too
     */
    @Override
    public void connect(SocketAddress server, int timeout) throws IOException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeout);
        int status;
        try {
            super.connect(new InetSocketAddress(proxy.host(), proxy.port()), timeout);
            getOutputStream().write(request().getBytes(ISO_8859_1));
            status = status(end);
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

    /** @return 0 if the answer is not HTTP */
    private int status(long end) throws IOException {
        InputStream in = getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0 && head.length() < LONGEST_HEAD) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new SocketTimeoutException("the answer drips");
            }
            setSoTimeout((int) left);
            // One by one: what follows the head is the server's.
            int next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            head.append((char) next);
        }
        Matcher line = STATUS_LINE.matcher(head);
        return line.lookingAt() && head.length() < LONGEST_HEAD ? Integer.parseInt(line.group(1)) : 0;
    }

    /** The proxy made no tunnel: it could not be reached, or answered something else than 200. */
    static final class FailedException extends IOException {

        private static final long serialVersionUID = 1;

        private final transient HttpProxy proxy;
        private final int status;

        private FailedException(HttpProxy proxy, int status, IOException cause) {
            super(cause);
            this.proxy = proxy;
            this.status = status;
        }

        HttpProxy proxy() {
            return proxy;
        }

        /** 0 if the answer was not HTTP; without meaning if there is a cause. */
        int status() {
            return status;
        }
    }
}
