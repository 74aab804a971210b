// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.wire;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The answer on the connection.
 *
 * @param contentType {@code null} sends no Content-Type
 * @param missing the number of bytes that Content-Length announces and that are never sent
 */
public record SimulatedAnswer(int status, String contentType, String body, int missing) {

    /** Closes the connection without an answer. */
    public static final SimulatedAnswer NONE = new SimulatedAnswer(0, null, "", 0);

    /** A complete answer. */
    public SimulatedAnswer(int status, String contentType, String body) {
        this(status, contentType, body, 0);
    }

    /** @param root name of the outermost element, if the format names it */
    public static SimulatedAnswer of(int status, AnswerFormat format, String root, JsonObject body) {
        return new SimulatedAnswer(status, format.contentType(), format.write(root, body));
    }

    /** Leaves the exchange open. The caller closes it, which ends the connection of an incomplete answer. */
    void send(HttpExchange exchange) throws IOException {
        if (this == NONE) {
            return;
        }
        if (contentType != null) {
            exchange.getResponseHeaders().set("Content-Type", contentType);
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        int promised = bytes.length + missing;
        // In this server -1 means an empty body, and 0 means chunks.
        exchange.sendResponseHeaders(status, promised == 0 ? -1 : promised);
        if (bytes.length > 0) {
            OutputStream out = exchange.getResponseBody();
            out.write(bytes);
            out.flush();
        }
    }
}
