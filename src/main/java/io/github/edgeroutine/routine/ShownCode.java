// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;

/**
 * The code of a revision as the service showed it.
 *
 * @param readings what it may mean, the likeliest first: the documents do not say for certain how code is written in an
 *     answer
 */
public record ShownCode(List<byte[]> readings) {

    public ShownCode {
        readings = List.copyOf(readings);
    }

    public boolean is(byte[] code) {
        return readings.stream().anyMatch(reading -> Arrays.equals(reading, code));
    }

    /** The first reading that is text. Every reading that was not meant is most likely none. */
    public byte[] likeliest() {
        return readings.stream()
                .filter(reading -> Arrays.equals(reading, new String(reading, UTF_8).getBytes(UTF_8)))
                .findFirst()
                .orElse(readings.get(0));
    }
}
