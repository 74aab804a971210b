// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import com.google.gson.JsonObject;
import io.github.edgeroutine.cloud.text.JsonText;
import io.github.edgeroutine.cloud.text.UntrustedText;
import io.github.edgeroutine.http.Answer;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Decides whether an answer confirms an operation. Other answers can come with any HTTP status. */
public final class AnswerReader {

    private final Api api;
    private final UntrustedText untrusted;

    public AnswerReader(Api api, UntrustedText untrusted) {
        this.api = api;
        this.untrusted = untrusted;
    }

    /**
     * Success is HTTP 2xx with a JSON object that has a {@code RequestId} and no {@code Code} of an error. A body with
     * such a {@code Code} is an error with any status: products and documents use different statuses, but the same
     * codes.
     */
    public <T> T read(RpcOperation<T> operation, Answer answer) throws CallFailedException {
        JsonText.Read read = JsonText.read(answer.body());
        if (read.endsTooEarly()) {
            throw lost(answer);
        }
        JsonObject body = read.object()
                .orElseThrow(() -> unclear(answer, "which is not the JSON object of the " + api.product() + " API"));
        String requestId = untrusted.quote(JsonText.text(body, "RequestId").orElse(""));
        Optional<String> code = code(body, answer);
        if (code.isPresent() && !isSuccess(code.get(), answer, requestId)) {
            String message = untrusted.quote(JsonText.text(body, "Message").orElse(""));
            RpcError error = new RpcError(api, operation, code.get(), message, requestId);
            throw api.errors().failure(error).orElseGet(() -> GatewayError.failure(error));
        }
        if (!answer.isSuccess()) {
            throw unclear(answer, "which has no error code");
        }
        if (requestId.isEmpty()) {
            throw unclear(answer, "which has no RequestId");
        }
        return operation.reading().of(new RpcAnswer(operation, body, untrusted));
    }

    /** Empty if there is no code. The case of the key does not matter. */
    private Optional<String> code(JsonObject body, Answer answer) throws CallFailedException {
        Set<String> codes = new LinkedHashSet<>();
        for (String key : body.keySet()) {
            if (key.equalsIgnoreCase("Code") && !body.get(key).isJsonNull()) {
                codes.add(JsonText.text(body, key)
                        .filter(code -> !body.getAsJsonPrimitive(key).isBoolean())
                        .orElseThrow(() -> unclear(answer, "whose error code is not text")));
            }
        }
        if (codes.size() > 1) {
            throw unclear(answer, "which has two different error codes");
        }
        Optional<String> code = codes.stream().findFirst().map(untrusted::quote);
        if (code.filter(String::isEmpty).isPresent()) {
            throw unclear(answer, "whose error code is empty");
        }
        return code;
    }

    /** Some services of Alibaba Cloud send a code with a successful answer. */
    private static boolean isSuccess(String code, Answer answer, String requestId) {
        return answer.isSuccess() && !requestId.isEmpty() && code.matches("(?i)200|ok|success");
    }

    private CallFailedException lost(Answer answer) {
        return new CallFailedException(
                        "the answer was HTTP " + answer.status() + " with '" + untrusted.quoteBody(answer.body())
                                + "', which is incomplete",
                        Reason.UNANSWERED,
                        Effect.UNKNOWN,
                        "Check the network and the proxies.")
                .passing();
    }

    private CallFailedException unclear(Answer answer, String flaw) {
        String body = untrusted.quoteBody(answer.body());
        String what = body.isEmpty() ? "an empty body" : "'" + body + "'";
        String reason = "the answer was HTTP " + answer.status() + " with " + what + ", " + flaw;
        return answer.status() >= 500
                ? new CallFailedException(
                                reason,
                                Reason.UNANSWERED,
                                Effect.UNKNOWN,
                                "The service or a proxy has an internal error. Try again later.")
                        .passing()
                : new CallFailedException(
                        reason,
                        Reason.UNREADABLE,
                        Effect.UNKNOWN,
                        "Check that {endpoint} is the " + api.product()
                                + " API and that no proxy or portal answers instead of it.");
    }
}
