// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.wire;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A request as it came over the connection.
 *
 * @param path as it was sent; {@code /} where a client left it out
 * @param query decoded parameters of the request line
 * @param headers names in lower case
 * @param body exactly as it was sent
 * @param endpoint where the simulator listens
 * @param time when the request arrived
 */
public record RawRequest(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        byte[] body,
        URI endpoint,
        Instant time) {

    static RawRequest read(HttpExchange exchange, URI endpoint, Instant time) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        return new RawRequest(
                exchange.getRequestMethod(),
                path == null || path.isEmpty() ? "/" : path,
                PercentEncoding.parameters(exchange.getRequestURI().getRawQuery()),
                lowerCase(exchange.getRequestHeaders()),
                exchange.getRequestBody().readAllBytes(),
                endpoint,
                time);
    }

    private static Map<String, String> lowerCase(Headers headers) {
        Map<String, String> lowerCase = new LinkedHashMap<>();
        headers.forEach((name, values) -> lowerCase.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        return lowerCase;
    }

    /** The empty string where there is no such header. */
    public String header(String name) {
        return headers.getOrDefault(name, "").trim();
    }

    /** Names only: the values hold signatures and tokens. */
    @Override
    public String toString() {
        return "RawRequest[" + method + " " + path + ", headers " + headers.keySet() + "]";
    }
}
