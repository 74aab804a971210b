// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.code;

import java.util.Locale;

/** What to do with code whose text shows that it cannot run. */
enum Strictness {
    /** The build fails before the upload. */
    FAIL,
    /** The code is uploaded with a warning. */
    WARN,
    /** The text is not checked. */
    OFF;

    /** @throws IllegalArgumentException if the text is another word; the message is the rest of a sentence */
    static Strictness parse(String text) {
        try {
            return valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is '" + text + "', but must be fail, warn or off");
        }
    }
}
