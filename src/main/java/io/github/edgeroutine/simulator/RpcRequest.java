// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.github.edgeroutine.simulator.store.MultipartForm;
import io.github.edgeroutine.simulator.store.SimulatedStore;
import io.github.edgeroutine.simulator.store.StoreForm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A call, and what else the service must know of it.
 *
 * @param path as it was sent; {@code /} where a client left it out
 * @param bodyDigest SHA-256 of the raw body, in hex
 * @param parts of a form to the object store; none if it is not well-formed
 */
public record RpcRequest(ReceivedCall call, String path, String bodyDigest, List<FormPart> parts) {

    private static final String FORM = "application/x-www-form-urlencoded";

    public static RpcRequest read(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Map<String, String> headers = lowerCase(exchange.getRequestHeaders());
        Map<String, String> query =
                PercentEncoding.parameters(exchange.getRequestURI().getRawQuery());
        String path = path(exchange.getRequestURI().getRawPath());
        String type = headers.getOrDefault("content-type", "");
        if (path.startsWith(SimulatedStore.ROOT)) {
            List<FormPart> parts = MultipartForm.parts(type, body);
            ReceivedCall call = new ReceivedCall(
                    exchange.getRequestMethod(), "PostObject", query, fields(parts), headers, file(parts));
            return new RpcRequest(call, path, SignatureDigest.sha256(body), parts);
        }
        boolean isForm = type.toLowerCase(Locale.ROOT).startsWith(FORM);
        Map<String, String> form = PercentEncoding.parameters(isForm ? new String(body, StandardCharsets.UTF_8) : null);
        String action = first(query.get("Action"), form.get("Action"), headers.get("x-acs-action"));
        ReceivedCall call =
                new ReceivedCall(exchange.getRequestMethod(), action, query, form, headers, Optional.empty());
        return new RpcRequest(call, path, SignatureDigest.sha256(body), List.of());
    }

    private static Map<String, String> fields(List<FormPart> parts) {
        Map<String, String> fields = new LinkedHashMap<>();
        parts.stream()
                .filter(part -> !part.name().equals(StoreForm.FILE))
                .forEach(part -> fields.put(part.name(), new String(part.bytes(), StandardCharsets.UTF_8)));
        return fields;
    }

    private static Optional<FormPart> file(List<FormPart> parts) {
        return parts.stream().filter(part -> part.name().equals(StoreForm.FILE)).reduce((earlier, later) -> later);
    }

    public boolean isForObjectStore() {
        return path.startsWith(SimulatedStore.ROOT);
    }

    private static Map<String, String> lowerCase(Headers headers) {
        Map<String, String> lowerCase = new LinkedHashMap<>();
        headers.forEach((name, values) -> lowerCase.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        return lowerCase;
    }

    private static String first(String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null) {
                return candidate;
            }
        }
        return "";
    }

    private static String path(String raw) {
        return raw == null || raw.isEmpty() ? "/" : raw;
    }

    /** Of query and form together: the service takes a parameter from either. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>(call.query());
        parameters.putAll(call.form());
        return parameters;
    }

    /** Whether the real service calls an empty parameter missing, as here, is not documented. */
    public String mandatory(String name) throws ServiceRefusal {
        String value = parameters().getOrDefault(name, "");
        if (value.isEmpty()) {
            throw ServiceRefusal.missing(name);
        }
        return value;
    }

    /** The empty string where there is no such header. */
    public String header(String name) {
        return call.headers().getOrDefault(name, "").trim();
    }

    /** The version that is asked for, by parameter or by header. */
    public String version() throws ServiceRefusal {
        return header("x-acs-version").isEmpty() ? mandatory("Version") : header("x-acs-version");
    }

    /** XML unless JSON is asked for; a request that says its action in a header speaks JSON. */
    public AnswerFormat format() {
        String fallback = header("x-acs-action").isEmpty() ? "XML" : "JSON";
        return parameters().getOrDefault("Format", fallback).equalsIgnoreCase("JSON")
                ? AnswerFormat.JSON
                : AnswerFormat.XML;
    }
}
