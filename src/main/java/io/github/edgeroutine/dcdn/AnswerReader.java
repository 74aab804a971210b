// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import io.github.edgeroutine.http.Answer;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Kind;
import java.util.Optional;

/** Tells a confirmed call from everything else that can come back with any HTTP status. */
final class AnswerReader {

    private final ForeignText foreign;

    AnswerReader(ForeignText foreign) {
        this.foreign = foreign;
    }

    /**
     * Success is HTTP 2xx with a JSON object that holds a {@code RequestId} and no error {@code Code}. A body with a
     * {@code Code} is an error whatever its status: statuses differ between products and documents, codes do not.
     *
     * @param action the operation called, for the remedy
     */
    JsonObject read(String action, Answer answer) throws CallFailedException {
        JsonObject body = object(answer.body())
                .orElseThrow(() -> unclear(answer, "which is not the JSON object of the DCDN API"));
        String requestId = foreign.quote(text(body, "RequestId").orElse(""));
        Optional<String> code = text(body, "Code").map(foreign::quote);
        if (code.filter(String::isEmpty).isPresent()) {
            throw unclear(answer, "whose error code is empty");
        }
        if (code.isPresent()) {
            String message = foreign.quote(text(body, "Message").orElse(""));
            throw ServiceError.of(action, code.get(), message, requestId);
        }
        if (!answer.isSuccess()) {
            throw unclear(answer, "which names no error code");
        }
        if (requestId.isEmpty()) {
            throw unclear(answer, "which has no RequestId");
        }
        return body;
    }

    /** The member as text, digits as they were sent; empty if it is missing, {@code null} or no text, number or boolean. */
    static Optional<String> text(JsonObject object, String member) {
        JsonElement element = object.get(member);
        return element != null && element.isJsonPrimitive() ? Optional.of(element.getAsString()) : Optional.empty();
    }

    /** Empty if the text is anything but one JSON object. */
    static Optional<JsonObject> object(String body) {
        try {
            JsonElement element = Json.GSON.fromJson(body, JsonElement.class);
            return Optional.ofNullable(element)
                    .filter(JsonElement::isJsonObject)
                    .map(JsonElement::getAsJsonObject);
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }

    private CallFailedException unclear(Answer answer, String flaw) {
        String body = foreign.quoteBody(answer.body());
        String what = body.isEmpty() ? "an empty body" : "'" + body + "'";
        String reason = "the answer was HTTP " + answer.status() + " with " + what + ", " + flaw;
        return answer.status() >= 500
                ? new CallFailedException(
                                reason,
                                Kind.NO_VERDICT,
                                Effect.UNKNOWN,
                                "The service, or a proxy before it, has a fault of its own: try again later.")
                        .passing()
                : new CallFailedException(
                        reason,
                        Kind.UNREADABLE,
                        Effect.UNKNOWN,
                        "Check that <endpoint> (-Dedge-routine.endpoint) is the DCDN API and that no proxy or portal"
                                + " answers in its place.");
    }
}
