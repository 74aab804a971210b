// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import io.github.edgeroutine.simulator.wire.AnswerFormat;
import io.github.edgeroutine.simulator.wire.PercentEncoding;
import io.github.edgeroutine.simulator.wire.RawRequest;
import io.github.edgeroutine.simulator.wire.ReceivedCall;
import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A call of an operation, signed or not. */
record RpcRequest(RawRequest raw, ReceivedCall call) {

    private static final String FORM = "application/x-www-form-urlencoded";

    static RpcRequest of(RawRequest raw) {
        boolean isForm = raw.header("content-type").toLowerCase(Locale.ROOT).startsWith(FORM);
        Map<String, String> form =
                PercentEncoding.parameters(isForm ? new String(raw.body(), StandardCharsets.UTF_8) : null);
        String action = raw.query().getOrDefault("Action", form.getOrDefault("Action", raw.header("x-acs-action")));
        return new RpcRequest(
                raw, new ReceivedCall(raw.method(), action, raw.query(), form, raw.headers(), Optional.empty()));
    }

    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>(call.query());
        parameters.putAll(call.form());
        return parameters;
    }

    OperationRequest forOperation() {
        return new OperationRequest(parameters(), raw.endpoint(), raw.time());
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

    /** By header or by parameter; the empty string where there is neither. */
    String version() {
        String header = raw.header("x-acs-version");
        return header.isEmpty() ? parameters().getOrDefault("Version", "") : header;
    }

    /** XML unless JSON is asked for; a request that says its action in a header speaks JSON. */
    AnswerFormat format() {
        String fallback = raw.header("x-acs-action").isEmpty() ? "XML" : "JSON";
        return parameters().getOrDefault("Format", fallback).equalsIgnoreCase("JSON")
                ? AnswerFormat.JSON
                : AnswerFormat.XML;
    }
}
