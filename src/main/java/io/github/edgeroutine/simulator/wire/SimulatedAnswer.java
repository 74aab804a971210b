// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.wire;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What goes back over the connection.
 *
 * @param contentType {@code null} sends none
 * @param missing how many bytes are promised by Content-Length and never sent
 */
public record SimulatedAnswer(int status, String contentType, String body, int missing) {

    /** Instead of an answer: the connection just ends. */
    public static final SimulatedAnswer NONE = new SimulatedAnswer(0, null, "", 0);

    /** An answer that is whole. */
    public SimulatedAnswer(int status, String contentType, String body) {
        this(status, contentType, body, 0);
    }

    /** @param root name of the outermost element, where the format has names for it */
    public static SimulatedAnswer of(int status, AnswerFormat format, String root, JsonObject body) {
        return new SimulatedAnswer(status, format.contentType(), format.write(root, body));
    }

    /** Leaves the exchange open; closing it is what ends the connection of an answer that is not whole. */
    void send(HttpExchange exchange) throws IOException {
        if (this == NONE) {
            return;
        }
        if (contentType != null) {
            exchange.getResponseHeaders().set("Content-Type", contentType);
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        int promised = bytes.length + missing;
        // To this server -1 means an empty body; 0 would mean chunks.
        exchange.sendResponseHeaders(status, promised == 0 ? -1 : promised);
        if (bytes.length > 0) {
            OutputStream out = exchange.getResponseBody();
            out.write(bytes);
            out.flush();
        }
    }
}
