// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.code;

import java.util.Locale;

/** Whether code is run before it is uploaded. */
enum RunCheck {
    /** Where there is a Node.js. */
    AUTO,
    /** Without a Node.js the goal fails. */
    REQUIRE,
    /** Never. */
    OFF;

    /** @throws IllegalArgumentException if the text is none of the three; the message is the rest of a sentence */
    static RunCheck parse(String text) {
        try {
            return valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + text + "' is none of auto, require and off");
        }
    }
}
