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
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A received request.
 *
 * @param path as it was sent; {@code /} if the client sent no path
 * @param query decoded parameters of the request line
 * @param headers names in lower case
 * @param body exactly as it was sent
 * @param endpoint the address where the client reaches the simulator: the Host header, or else the simulator's own
 *     address
 * @param time when the request arrived
 * @param clientPort the client's port of the connection
 */
public record RawRequest(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        byte[] body,
        URI endpoint,
        Instant time,
        int clientPort) {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*(?::[0-9]{1,5})?");

    static RawRequest read(HttpExchange exchange, URI endpoint, Instant time) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        return new RawRequest(
                exchange.getRequestMethod(),
                path == null || path.isEmpty() ? "/" : path,
                PercentEncoding.parameters(exchange.getRequestURI().getRawQuery()),
                lowerCase(exchange.getRequestHeaders()),
                exchange.getRequestBody().readAllBytes(),
                named(exchange.getRequestHeaders().getFirst("Host")).orElse(endpoint),
                time,
                exchange.getRemoteAddress().getPort());
    }

    /** A client in a container, or behind a relay, uses another host name for the simulator. */
    private static Optional<URI> named(String host) {
        return Optional.ofNullable(host).filter(HOST.asMatchPredicate()).map(name -> URI.create("http://" + name));
    }

    private static Map<String, String> lowerCase(Headers headers) {
        Map<String, String> lowerCase = new LinkedHashMap<>();
        headers.forEach((name, values) -> lowerCase.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        return lowerCase;
    }

    /** Empty if the header is missing. */
    public String header(String name) {
        return headers.getOrDefault(name, "").trim();
    }

    /** Prints only names, because the values contain signatures and tokens. */
    @Override
    public String toString() {
        return "RawRequest[" + method + " " + path + ", headers " + headers.keySet() + "]";
    }
}
