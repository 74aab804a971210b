// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;

/** Reads the lines of a head, or the lines between chunks. It reads no byte after the line that was asked for. */
final class Lines {

    private static final int LONGEST = 64 * 1024;

    private final InputStream in;
    private int left = LONGEST;

    Lines(InputStream in) {
        this.in = in;
    }

    /**
     * @return the next line without its line break
     * @throws ProtocolException if all lines together are longer than any valid head
     */
    String next() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the line is cut short");
            }
            if (--left < 0) {
                throw new ProtocolException("longer than " + LONGEST + " bytes");
            }
            line.append((char) next);
        }
        left--;
        int last = line.length() - 1;
        return last >= 0 && line.charAt(last) == '\r' ? line.substring(0, last) : line.toString();
    }
}
