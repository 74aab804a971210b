// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check of an idle connection takes a millisecond. */
class ReuseTest {

    @ParameterizedTest
    @CsvSource({"READ, 0, false", "READ, 1000, false", "READ, 1001, true", "WRITE, 0, true"})
    void aReadThatFollowsAtOnceSkipsTheCheck(Reuse reuse, long idle, boolean looks) {
        assertEquals(looks, reuse.looksFirst(Duration.ofMillis(idle)));
    }
}
