// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Encodes text as Base64 of its UTF-8, and decodes it. */
public final class Base64Encoding {

    private Base64Encoding() {}

    public static String encode(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String decode(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
