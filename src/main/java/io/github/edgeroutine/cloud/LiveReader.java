// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import com.google.gson.JsonElement;
import io.github.edgeroutine.cloud.text.UntrustedText;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.Traffic;
import io.github.edgeroutine.routine.UnnumberedCode;
import java.util.Optional;

/** Reads a reference to code: the number of a revision, or a word for staged code that has no number. */
public record LiveReader(UntrustedText untrusted) {

    /**
     * Empty if it is neither of them, or if it cannot be printed unchanged.
     *
     * @param element {@code null} if it is missing
     */
    public Optional<Live> code(JsonElement element) {
        if (element == null || !element.isJsonPrimitive()) {
            return Optional.empty();
        }
        String text = element.getAsString();
        boolean isWord = element.getAsJsonPrimitive().isString() || text.matches("[0-9]+");
        if (!isWord || !untrusted.quote(text).equals(text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    CodeRevision.isNumber(text) ? Traffic.all(new CodeRevision(text)) : new UnnumberedCode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
