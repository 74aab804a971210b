// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.parameters;

import java.util.Locale;

/** Whether to run a check that is not possible on every machine. */
public enum CheckMode {
    /** Check if possible. */
    AUTO,
    /** Fail if the check is not possible. */
    REQUIRE,
    /** Do not check. */
    OFF;

    /** @throws IllegalArgumentException if the text is another word; the message is the rest of a sentence */
    public static CheckMode parse(String text) {
        try {
            return valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is '" + text + "', but must be auto, require or off");
        }
    }
}
