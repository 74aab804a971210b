// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.esa;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.edgeroutine.cloud.text.Base64Text;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;

/** The description of a version. The documents show such texts in Base64, with padding and without, and plain. */
final class VersionDescription {

    private VersionDescription() {}

    /** Only what is Base64 of a text in one line is taken for it; most plain texts are not. */
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
