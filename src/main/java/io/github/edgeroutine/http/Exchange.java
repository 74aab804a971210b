// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request, and how its answer is read.
 *
 * @param most the limit for the answer's body, in bytes
 * @param whole whether a longer body is a failure; otherwise the rest is not read
 * @param reuse which connections may be used
 */
record Exchange(
        String method, URI target, Map<String, String> headers, byte[] body, int most, boolean whole, Reuse reuse) {

    /** @param keepsConnection whether the connection can be used for another exchange */
    record Reply(Answer answer, boolean keepsConnection) {}

    /** @throws IllegalArgumentException if a header contains a line break, which would start another header */
    Exchange {
        if (headers.toString().matches("(?s).*[\r\n].*")) {
            throw new IllegalArgumentException("a header contains a line break");
        }
    }

    void write(OutputStream out) throws IOException {
        out.write(head().getBytes(ISO_8859_1));
        out.write(body);
    }

    Reply read(BufferedInputStream in) throws IOException {
        Head head = Head.read(in);
        if (head.status() < 0) {
            return new Reply(new Answer(-1, head.first()), false);
        }
        Body read = new Body(head, in);
        byte[] answer = read.readNBytes(whole ? most + 1 : most);
        if (answer.length > most) {
            throw new TooLongException(most);
        }
        boolean keeps = reuse != Reuse.NONE && head.keepsConnection() && read.endsHere();
        return new Reply(new Answer(head.status(), new String(answer, UTF_8)), keeps);
    }

    private String head() {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.put("Accept", "*/*");
        all.put("User-Agent", "edge-routine-maven-plugin");
        all.putAll(headers);
        all.put("Host", target.getHost() + (target.getPort() < 0 ? "" : ":" + target.getPort()));
        if (reuse == Reuse.NONE) {
            all.put("Connection", "close");
        }
        if (method.equals("POST")) {
            all.put("Content-Length", String.valueOf(body.length));
        }
        StringBuilder head = new StringBuilder(method + " " + path() + " HTTP/1.1\r\n");
        all.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString();
    }

    private String path() {
        URI ascii = URI.create(target.toASCIIString());
        String path = ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
        return ascii.getRawQuery() == null ? path : path + "?" + ascii.getRawQuery();
    }

    /** The answer is longer than any valid answer. */
    static final class TooLongException extends IOException {

        private static final long serialVersionUID = 1;

        private TooLongException(int most) {
            super("longer than " + most / (1024 * 1024) + " MiB");
        }
    }
}
