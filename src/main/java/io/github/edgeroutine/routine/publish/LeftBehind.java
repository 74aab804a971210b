// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import java.util.Locale;

/** What to do about canary regions that a publish to production leaves on other code. */
public enum LeftBehind {
    /** Publish, and name each region with its revision. */
    WARN,
    /** Refuse before anything is written. */
    FAIL,
    /** Publish and say nothing. */
    IGNORE;

    /** @throws IllegalArgumentException if the text is none of the three; the message is the rest of a sentence */
    public static LeftBehind parse(String text) {
        try {
            return valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is '" + text + "', but must be warn, fail or ignore");
        }
    }
}
