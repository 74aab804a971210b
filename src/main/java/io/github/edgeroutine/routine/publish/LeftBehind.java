// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import java.util.Locale;

/** What to do if canary regions would keep different code than production. */
public enum LeftBehind {
    /** Publish, and name each region with its revision. */
    WARN,
    /** Fail before anything is written. */
    FAIL,
    /** Publish without a message. */
    IGNORE;

    /** @throws IllegalArgumentException if the text is another word; the message is the rest of a sentence */
    public static LeftBehind parse(String text) {
        try {
            return valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is '" + text + "', but must be warn, fail or ignore");
        }
    }
}
