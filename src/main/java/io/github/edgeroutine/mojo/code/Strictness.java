// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.code;

import java.util.Locale;

/** What becomes of code whose text shows that it cannot run. */
enum Strictness {
    /** It is not uploaded. */
    FAIL,
    /** It is uploaded with a warning. */
    WARN,
    /** Nobody looks at it. */
    OFF;

    /** @throws IllegalArgumentException if the text is none of the three; the message is the rest of a sentence */
    static Strictness parse(String text) {
        try {
            return valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is '" + text + "', but must be fail, warn or off");
        }
    }
}
