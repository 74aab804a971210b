// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.wire;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.UUID;

/** Random text. */
public final class RandomText {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private RandomText() {}

    /** ASCII letters and digits. */
    public static String letters(int count) {
        StringBuilder letters = new StringBuilder();
        new SecureRandom().ints(count, 0, ALPHABET.length()).forEach(at -> letters.append(ALPHABET.charAt(at)));
        return letters.toString();
    }

    /** An id like those of a gateway, such as {@code 0D1F6C5E-3A28-4C1B-9A75-0F3E8B4D2C61}. */
    public static String requestId() {
        return UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
    }
}
