// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ProtocolException;
import org.junit.jupiter.api.Test;

class LinesTest {

    private static final int LONGEST = 64 * 1024;

    @Test
    void oneLineMayUseTheWholeLimit() throws IOException {
        String line = "x".repeat(LONGEST);

        assertEquals(line, lines(line + "\n").next());
        assertThrows(ProtocolException.class, lines(line + "x\n")::next);
    }

    @Test
    void lineBreaksCountForTheLimit() throws IOException {
        Lines lines = lines("x".repeat(LONGEST - 2) + "\ny\n");
        lines.next();
        assertEquals("y", lines.next());

        Lines longer = lines("x".repeat(LONGEST - 2) + "\nyy\n");
        longer.next();
        assertThrows(ProtocolException.class, longer::next);
    }

    @Test
    void aZeroByteIsPartOfALine() throws IOException {
        assertEquals("a\0b", lines("a\0b\r\n").next());
    }

    private static Lines lines(String text) {
        return new Lines(new ByteArrayInputStream(text.getBytes(ISO_8859_1)));
    }
}
