// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import io.github.edgeroutine.cloud.text.JsonText;
import io.github.edgeroutine.cloud.text.UntrustedText;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import java.util.List;

/**
 * An answer that confirms an operation.
 *
 * @param body has a {@code RequestId} and no error code
 * @param untrusted makes its texts safe to print
 */
public record RpcAnswer(RpcOperation<?> operation, JsonObject body, UntrustedText untrusted) {

    /** Safe to print. */
    public String requestId() {
        return untrusted.quote(JsonText.text(body, "RequestId").orElseThrow());
    }

    /**
     * @param part of the body, or the body itself; {@code null} if it is missing
     * @param shape the required members; other members are allowed
     * @throws CallFailedException of kind unreadable, if it is missing or has another structure
     */
    public <T> T read(JsonElement part, Class<T> shape) throws CallFailedException {
        try {
            T read = JsonText.GSON.fromJson(part, shape);
            if (read != null) {
                return read;
            }
        } catch (JsonParseException e) {
            // The message quotes the answer. The parser's message has no more information.
        }
        throw unreadable();
    }

    /**
     * Some servers omit an empty object, or write it as {@code null} or as a list.
     *
     * @param part of the body; {@code null} if it is missing
     * @throws CallFailedException of kind unreadable, if it is anything else
     */
    public JsonObject object(JsonElement part) throws CallFailedException {
        if (isNothing(part)) {
            return new JsonObject();
        }
        if (!part.isJsonObject()) {
            throw unreadable();
        }
        return part.getAsJsonObject();
    }

    /** The same for a list. */
    public List<JsonElement> list(JsonElement part) throws CallFailedException {
        if (isNothing(part)) {
            return List.of();
        }
        if (!part.isJsonArray()) {
            throw unreadable();
        }
        return part.getAsJsonArray().asList();
    }

    private static boolean isNothing(JsonElement part) {
        return part == null
                || part.isJsonNull()
                || part instanceof JsonArray array && array.isEmpty()
                || part instanceof JsonObject object && object.isEmpty();
    }

    public CallFailedException unreadable() {
        return unreadable("has an unknown format");
    }

    /** @param flaw what is wrong with the answer, after "the answer of …" */
    public CallFailedException unreadable(String flaw) {
        return new CallFailedException(
                "the answer of " + operation.action() + " " + flaw
                        + (operation.isSecret() ? "" : ", '" + untrusted.quoteBody(body.toString()) + "'"),
                Reason.UNREADABLE,
                operation.isWrite() ? Effect.UNKNOWN : Effect.NONE,
                "Report it to the authors of this plugin.");
    }
}
