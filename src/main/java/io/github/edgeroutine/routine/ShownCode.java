// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import java.util.Arrays;
import java.util.List;

/**
 * The code of a revision as the service showed it.
 *
 * @param readings what it may mean: the documents do not say for certain how code is written in an answer
 */
public record ShownCode(List<byte[]> readings) {

    public ShownCode {
        readings = List.copyOf(readings);
    }

    public boolean is(byte[] code) {
        return readings.stream().anyMatch(reading -> Arrays.equals(reading, code));
    }
}
