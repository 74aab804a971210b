// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A part of an AccessKey in a file or a variable. It is used for signing without changes, so it must contain nothing
 * else.
 */
public record KeyText(String text) {

    private static final Pattern LINE_BREAK = Pattern.compile("(?s).*[\r\n]");
    private static final Pattern INVISIBLE = Pattern.compile("(?s).*[\\p{C}\\p{Z}\\s].*");
    private static final Pattern QUOTED = Pattern.compile("([\"'`]).*\\1");

    /**
     * @return what is wrong with the text, as the rest of a sentence that does not contain it; empty if no fault is
     *     found
     */
    public Optional<String> flaw() {
        if (text.isEmpty()) {
            return Optional.of("is empty");
        }
        if (LINE_BREAK.matcher(text).matches()) {
            return Optional.of("ends with a line break");
        }
        if (INVISIBLE.matcher(text).matches()) {
            return Optional.of("contains a blank or an invisible character");
        }
        return QUOTED.matcher(text).matches() ? Optional.of("is in quotation marks") : Optional.empty();
    }
}
