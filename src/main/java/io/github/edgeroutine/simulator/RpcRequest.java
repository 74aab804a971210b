// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import io.github.edgeroutine.simulator.wire.AnswerFormat;
import io.github.edgeroutine.simulator.wire.PercentEncoding;
import io.github.edgeroutine.simulator.wire.RawRequest;
import io.github.edgeroutine.simulator.wire.ReceivedCall;
import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import io.github.edgeroutine.simulator.wire.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A call of an operation, signed or not.
 *
 * @param arrival time in nanoseconds, to find calls that ran at the same time
 */
record RpcRequest(RawRequest raw, ReceivedCall call, long arrival) {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    static RpcRequest of(RawRequest raw) {
        Map<String, String> form = body(raw);
        String action = raw.query().getOrDefault("Action", form.getOrDefault("Action", raw.header("x-acs-action")));
        return new RpcRequest(
                raw,
                new ReceivedCall(
                        raw.method(), action, raw.query(), form, raw.headers(), Optional.empty(), raw.clientPort()),
                System.nanoTime());
    }

    /** A gateway accepts a form or a JSON object. Clients of some products send JSON. */
    private static Map<String, String> body(RawRequest raw) {
        String text = new String(raw.body(), StandardCharsets.UTF_8);
        if (isOf(raw, JSON)) {
            return StrictJson.object(text).map(StrictJson::texts).orElse(Map.of());
        }
        return PercentEncoding.parameters(isOf(raw, FORM) ? text : null);
    }

    private static boolean isOf(RawRequest raw, String type) {
        return raw.header("content-type").toLowerCase(Locale.ROOT).startsWith(type);
    }

    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>(call.query());
        parameters.putAll(call.form());
        return parameters;
    }

    /** The signed parameters of V1. It does not sign a JSON body. */
    Map<String, String> signedParameters() {
        return isOf(raw, JSON) ? new LinkedHashMap<>(call.query()) : parameters();
    }

    OperationRequest forOperation() {
        return new OperationRequest(parameters(), raw.endpoint(), raw.time(), arrival);
    }

    String mandatory(String name) throws ServiceRefusal {
        return forOperation().mandatory(name);
    }

    String action() throws ServiceRefusal {
        if (call.action().isEmpty()) {
            throw GatewayRefusal.missing("Action");
        }
        return call.action();
    }

    /** From a header or a parameter; empty if both are missing. */
    String version() {
        String header = raw.header("x-acs-version");
        return header.isEmpty() ? parameters().getOrDefault("Version", "") : header;
    }

    /** XML is the default, JSON on request. If a header contains the action, the format is JSON. */
    AnswerFormat format() {
        String fallback = raw.header("x-acs-action").isEmpty() ? "XML" : "JSON";
        return parameters().getOrDefault("Format", fallback).equalsIgnoreCase("JSON")
                ? AnswerFormat.JSON
                : AnswerFormat.XML;
    }
}
