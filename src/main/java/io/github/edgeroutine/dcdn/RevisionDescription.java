// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.edgeroutine.cloud.text.Base64Text;
import io.github.edgeroutine.cloud.text.JsonText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/** The description of a revision: Base64 of the text, or of the text as a JSON string. The documents show both. */
public final class RevisionDescription {

    private RevisionDescription() {}

    /** A text that is not Base64 is the description itself. */
    static String decoded(String description) {
        return Base64Text.decode(description)
                .map(bytes -> text(bytes, description))
                .orElse(description);
    }

    private static String text(byte[] bytes, String description) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return JsonText.string(text).orElse(text.replaceFirst("(?s)^\"(.*)\"$", "$1"));
        } catch (CharacterCodingException e) {
            return description;
        }
    }
}
