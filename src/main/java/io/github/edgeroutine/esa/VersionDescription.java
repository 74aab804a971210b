// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.esa;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.edgeroutine.cloud.text.Base64Text;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;

/**
 * The description of a version. The documents show such texts in Base64, with or without padding, and as plain text.
 */
final class VersionDescription {

    private VersionDescription() {}

    /** A text is decoded only if it is Base64 of one line of text. Most plain texts are not. */
    static String decoded(String description) {
        return Base64Text.decode(description)
                .filter(bytes -> bytes.length > 0 && encoded(bytes).equals(description.replaceAll("=+$", "")))
                .map(bytes -> text(bytes, description))
                .orElse(description);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String text(byte[] bytes, String description) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.matches("\\P{C}+") ? text : description;
        } catch (CharacterCodingException e) {
            return description;
        }
    }
}
