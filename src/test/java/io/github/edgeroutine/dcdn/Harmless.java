// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules for every text that was made from network data. */
public final class Harmless {

    /** With the characters that encodings change. One secret could be a valid name. */
    public static final List<String> SECRETS =
            List.of("LTAI5tOneThatIsNamed", "se/cr+et~wi*th==Traps", "CAIS/tok+en%/==");

    /** All secrets: plain, percent-encoded, in Base64, and in both. */
    static final List<String> SPELLINGS = SECRETS.stream()
            .flatMap(secret -> Stream.of(
                    secret,
                    base64(secret),
                    base64(secret).replaceAll("=+$", ""),
                    base64(secret).replace('+', '-').replace('/', '_')))
            .flatMap(text -> Stream.of(text, encoded(text), encoded(encoded(text))))
            .distinct()
            .toList();

    private static final Pattern NOT_ONE_CLEAN_LINE = Pattern.compile("[\\p{C}\u2028\u2029]");
    private static final Pattern COMMAND = Pattern.compile("::|##");

    private Harmless() {}

    /** @param most the limit of characters */
    public static void check(String text, int most) {
        assertTrue(text.length() <= most, () -> text.length() + " characters: " + text);
        assertFalse(NOT_ONE_CLEAN_LINE.matcher(text).find(), () -> "a control character is in: " + text);
        assertFalse(COMMAND.matcher(text).find(), () -> "a command is in: " + text);
        String dense = text.replace(" ", "").toLowerCase(Locale.ROOT);
        SPELLINGS.forEach(secret ->
                assertFalse(dense.contains(secret.toLowerCase(Locale.ROOT)), () -> secret + " is in: " + text));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("*", "%2A").replace("%7E", "~");
    }
}
