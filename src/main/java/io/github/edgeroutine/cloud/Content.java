// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;

/** The member {@code Content} of an answer, in which the operations say what they have to say. */
public final class Content {

    private final UntrustedText foreign;

    public Content(UntrustedText foreign) {
        this.foreign = foreign;
    }

    /**
     * @param shape what is needed of it; other members may be there
     * @throws CallFailedException of kind unreadable, if it is missing or has another shape
     */
    public <T> T of(JsonObject answer, Class<T> shape, String action) throws CallFailedException {
        try {
            T content = JsonText.GSON.fromJson(answer.get("Content"), shape);
            if (content != null) {
                return content;
            }
        } catch (JsonParseException e) {
            // The answer itself says more than the parser does.
        }
        throw unreadable(action, answer);
    }

    /** Of an operation that only reads. */
    public CallFailedException unreadable(String action, JsonObject answer) {
        return unreadable(action, answer, Effect.NONE);
    }

    public CallFailedException unreadable(String action, JsonObject answer, Effect effect) {
        return unreadable(action, answer, effect, "has an unknown shape");
    }

    public CallFailedException unreadable(String action, JsonObject answer, Effect effect, String flaw) {
        return new CallFailedException(
                "the answer of " + action + " " + flaw
                        // It may hold the form that lets one put code into the object store.
                        + (action.startsWith("Upload") ? "" : ", '" + foreign.quoteBody(answer.toString()) + "'"),
                Reason.UNREADABLE,
                effect,
                "Report it to the authors of this plugin.");
    }
}
