// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;

/**
 * The code of a revision as the service showed it.
 *
 * @param readings the possible meanings, the most likely first, because the documents do not say how code is encoded
 * in an answer
 */
public record ShownCode(List<byte[]> readings) {

    public ShownCode {
        readings = List.copyOf(readings);
    }

    public boolean is(byte[] code) {
        return readings.stream().anyMatch(reading -> Arrays.equals(reading, code));
    }

    /** The first reading that is valid text. A wrong reading is very probably not valid text. */
    public byte[] likeliest() {
        return readings.stream()
                .filter(reading -> Arrays.equals(reading, new String(reading, UTF_8).getBytes(UTF_8)))
                .findFirst()
                .orElse(readings.get(0));
    }
}
