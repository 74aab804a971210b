// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class InvocationTest {

    @Test
    void anIdIsTheMillisecondOfTheStartAndAHyphenAndTheRandomPart() {
        assertEquals("1767225600000-zz", Invocation.id(Instant.parse("2026-01-01T00:00:00Z"), "zz"));
    }

    @Test
    void aLaterCallHasAGreaterId() {
        String earlier = Invocation.id(Instant.parse("2026-01-01T00:00:00Z"), "zz");
        String later = Invocation.id(Instant.parse("2026-01-01T00:00:00.001Z"), "aa");

        assertTrue(later.compareTo(earlier) > 0, later);
    }
}
