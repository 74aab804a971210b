// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud.text;

import java.io.FilterReader;
import java.io.IOException;
import java.io.StringReader;

/** Remembers whether the parser tried to read after the end of the text. */
final class UsedUpReader extends FilterReader {

    private boolean isUsedUp;

    UsedUpReader(String text) {
        super(new StringReader(text));
    }

    boolean isUsedUp() {
        return isUsedUp;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        isUsedUp |= read == -1;
        return read;
    }
}
