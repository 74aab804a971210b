// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud.text;

import java.util.Base64;
import java.util.Optional;

/** Base64 in each of its variants: with line breaks, as in MIME, and with the URL-safe letters. */
public final class Base64Text {

    private Base64Text() {}

    /** Empty if the text is not Base64. */
    public static Optional<byte[]> decode(String text) {
        String letters = text.replaceAll("[\\r\\n]", "").replace('-', '+').replace('_', '/');
        try {
            return Optional.of(Base64.getDecoder().decode(letters));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
