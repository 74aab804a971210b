// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.parameters;

import java.util.Locale;

/** Whether something is checked that cannot be checked everywhere. */
public enum CheckMode {
    /** Where it can be. */
    AUTO,
    /** Where it cannot be, the goal fails. */
    REQUIRE,
    /** Never. */
    OFF;

    /** @throws IllegalArgumentException if the text is none of the three; the message is the rest of a sentence */
    public static CheckMode parse(String text) {
        try {
            return valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is '" + text + "', but must be auto, require or off");
        }
    }
}
