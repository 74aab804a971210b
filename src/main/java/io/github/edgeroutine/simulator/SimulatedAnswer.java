// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/**
 * What goes back over the connection.
 *
 * @param contentType {@code null} sends none
 * @param missing how many bytes are promised by Content-Length and never sent
 */
public record SimulatedAnswer(int status, String contentType, String body, int missing) {

    /** Instead of an answer: the connection just ends. */
    public static final SimulatedAnswer NONE = new SimulatedAnswer(0, null, "", 0);

    private static final String TROUBLESHOOT =
            "https://next.api.aliyun.com/troubleshoot?q=%s&product=dcdn&requestId=%s";

    /** @param body of the operation; the request id is added */
    public static SimulatedAnswer success(RpcRequest request, JsonObject body) {
        body.addProperty("RequestId", requestId());
        return of(200, request.format(), request.call().action() + "Response", body);
    }

    /** What the callback of the service said, which the object store passes on. */
    public static SimulatedAnswer reply(String json) {
        return new SimulatedAnswer(200, "application/json", json, 0);
    }

    /** The body of an error, as all RPC products send it, or as the object store does. */
    public static SimulatedAnswer refusal(RpcRequest request, int status, String code, String message) {
        return request.isForObjectStore()
                ? storeRefusal(request.header("host"), status, code, message)
                : rpcRefusal(request, status, code, message);
    }

    private static SimulatedAnswer storeRefusal(String host, int status, String code, String message) {
        JsonObject body = new JsonObject();
        body.addProperty("Code", code);
        body.addProperty("Message", message);
        // Shorter than the ids of the service.
        body.addProperty("RequestId", requestId().replace("-", "").substring(0, 24));
        body.addProperty("HostId", host);
        return new SimulatedAnswer(status, "application/xml", AnswerFormat.XML.write("Error", body), 0);
    }

    private static SimulatedAnswer rpcRefusal(RpcRequest request, int status, String code, String message) {
        String requestId = requestId();
        JsonObject body = new JsonObject();
        body.addProperty("RequestId", requestId);
        body.addProperty("HostId", "dcdn.aliyuncs.com");
        body.addProperty("Code", code);
        body.addProperty("Message", message);
        body.addProperty("Recommend", String.format(Locale.ROOT, TROUBLESHOOT, code, requestId));
        return of(status, request.format(), "Error", body);
    }

    private static SimulatedAnswer of(int status, AnswerFormat format, String root, JsonObject body) {
        return new SimulatedAnswer(status, format.contentType(), format.write(root, body), 0);
    }

    private static String requestId() {
        return UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
    }

    /** Leaves the exchange open; closing it is what ends the connection of an answer that is not whole. */
    public void send(HttpExchange exchange) throws IOException {
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
