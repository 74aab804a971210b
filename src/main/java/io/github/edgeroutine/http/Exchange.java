// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request, and what of its answer is wanted.
 *
 * @param most how many bytes of the answer's body are wanted
 * @param whole whether a longer body is a failure; otherwise it is not read further
 */
record Exchange(String method, URI target, Map<String, String> headers, byte[] body, int most, boolean whole) {

    /** @throws IllegalArgumentException if a header would end before its value does */
    Exchange {
        if (headers.toString().matches("(?s).*[\r\n].*")) {
            throw new IllegalArgumentException("a header holds a line break");
        }
    }

    boolean isEncrypted() {
        return "https".equalsIgnoreCase(target.getScheme());
    }

    /** Without the brackets of an IPv6 address. */
    String host() {
        return target.getHost().replaceAll("[\\[\\]]", "");
    }

    int port() {
        int usual = isEncrypted() ? 443 : 80;
        return target.getPort() < 0 ? usual : target.getPort();
    }

    /** Sends the request, once, and reads the answer. */
    Answer over(Socket socket) throws IOException {
        OutputStream out = new BufferedOutputStream(socket.getOutputStream());
        out.write(head().getBytes(ISO_8859_1));
        out.write(body);
        out.flush();
        BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
        Head head = Head.read(in);
        if (head.status() < 0) {
            return new Answer(-1, head.first());
        }
        byte[] answer = new Body(head, in).readNBytes(whole ? most + 1 : most);
        if (answer.length > most) {
            throw new TooLongException(most);
        }
        return new Answer(head.status(), new String(answer, UTF_8));
    }

    private String head() {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.put("Accept", "*/*");
        all.put("User-Agent", "edge-routine-maven-plugin");
        all.putAll(headers);
        all.put("Host", target.getHost() + (target.getPort() < 0 ? "" : ":" + target.getPort()));
        all.put("Connection", "close");
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

    /** An answer came that is longer than any that makes sense. */
    static final class TooLongException extends IOException {

        private static final long serialVersionUID = 1;

        private TooLongException(int most) {
            super("longer than " + most / (1024 * 1024) + " MiB");
        }
    }
}
