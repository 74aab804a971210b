// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/**
 * One HTTP POST, sent at most once. Nothing outlives it and nothing is shared with another execution in this JVM: each
 * call has its own connection with its own timeouts.
 */
final class Wire {

    private static final int MIB = 1024 * 1024;

    private final Network network;
    private final Supplier<SSLSocketFactory> tls;

    Wire(Network network) {
        this(network, Tls::ofJvm);
    }

    /** @param tls asked when https is spoken, as a trust store is slow to read */
    Wire(Network network, Supplier<SSLSocketFactory> tls) {
        this.network = network;
        this.tls = tls;
    }

    /**
     * @param mostMib of the answer, in MiB; a longer one is not read to its end
     * @throws TooLongException if the answer is longer
     * @throws NotSentException if no connection came about, so that the service surely saw nothing
     * @throws IOException if the connection broke or fell silent later
     */
    Answer post(String url, Map<String, String> headers, byte[] body, int mostMib) throws IOException {
        HttpURLConnection connection = open(url, headers, body.length);
        try {
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
            int status = status(connection);
            return new Answer(status, body(connection, status, mostMib));
        } finally {
            connection.disconnect();
        }
    }

    private HttpURLConnection open(String url, Map<String, String> headers, int length) throws NotSentException {
        try {
            URI target = URI.create(url);
            HttpURLConnection connection = (HttpURLConnection) target.toURL().openConnection(Proxy.NO_PROXY);
            if (connection instanceof HttpsURLConnection https) {
                https.setSSLSocketFactory(new Tls(tls.get(), () -> socket(target)));
            }
            connection.setRequestMethod("POST");
            connection.setDoOutput(true);
            connection.setUseCaches(false);
            connection.setInstanceFollowRedirects(false);
            // Without this the JDK posts a second time, unasked, when a connection closes before the answer.
            connection.setFixedLengthStreamingMode(length);
            connection.setConnectTimeout(millis(network.connectTimeout()));
            connection.setReadTimeout(millis(network.readTimeout()));
            headers.forEach(connection::setRequestProperty);
            connection.connect();
            return connection;
        } catch (IOException e) {
            throw new NotSentException(e);
        }
    }

    private Socket socket(URI target) {
        int port = target.getPort() < 0 ? 443 : target.getPort();
        return network.proxyTo(target)
                .<Socket>map(proxy -> new Tunnel(proxy, target.getHost() + ":" + port))
                .orElseGet(Socket::new);
    }

    /** No read may take longer, but all of them could: headers that drip end when the goal's time does. */
    private int status(HttpURLConnection connection) throws IOException {
        CompletableFuture<Void> headers = new CompletableFuture<>();
        // The last millisecond counts whole: no call ends before the goal's time does.
        headers.orTimeout(network.time().left().toMillis() + 1, MILLISECONDS)
                .whenComplete((none, timeout) -> Optional.ofNullable(timeout).ifPresent(up -> connection.disconnect()));
        try {
            return connection.getResponseCode();
        } finally {
            headers.complete(null);
        }
    }

    /** Never zero, which would mean forever. */
    private int millis(Duration timeout) {
        return Math.max(1, Math.toIntExact(network.time().atMost(timeout).toMillis()));
    }

    /** Leaves the stream open: once it is closed, the connection is in the JVM's pool and cannot be closed any more. */
    private String body(HttpURLConnection connection, int status, int mostMib) throws IOException {
        InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] piece = new byte[8192];
        for (int length = 0; in != null && length >= 0 && body.size() <= mostMib * MIB; length = in.read(piece)) {
            body.write(piece, 0, length);
            if (network.time().isUp()) {
                throw new SocketTimeoutException("the body drips");
            }
        }
        if (body.size() > mostMib * MIB) {
            throw new TooLongException(mostMib);
        }
        // The JDK takes the end of a connection for the end of the body, however long that was to be.
        if (body.size() < connection.getContentLengthLong()) {
            throw new EOFException("the body is cut short");
        }
        return body.toString(UTF_8);
    }

    /** An answer came that is longer than any that makes sense. */
    static final class TooLongException extends IOException {

        private static final long serialVersionUID = 1;

        TooLongException(int mostMib) {
            super("longer than " + mostMib + " MiB");
        }
    }

    /** No connection came about; the cause says why. */
    static final class NotSentException extends IOException {

        private static final long serialVersionUID = 1;

        NotSentException(IOException cause) {
            super(cause);
        }
    }
}
