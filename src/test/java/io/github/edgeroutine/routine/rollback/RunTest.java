// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

import static io.github.edgeroutine.routine.rollback.MemoryFixture.HELLO;
import static io.github.edgeroutine.routine.rollback.MemoryFixture.rollback;
import static io.github.edgeroutine.routine.rollback.MemoryFixture.run;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RunTest {

    @Test
    void whoTakesARunBackGetsWhatRanBeforeIt() {
        assertEquals(
                "{staging=16, production=15}",
                earlier(run(HELLO, "1-x", "g:a", "staging: 16 -> 17", "production: 15 -> 17")));
        assertEquals("{staging=17}", earlier(rollback(true, "1-x", "g:a", "staging: 17 -> 16")));
    }

    @Test
    void whoTakesAStoppedRollbackBackFinishesIt() {
        assertEquals("{staging=16}", earlier(rollback(false, "1-x", "g:a", "staging: 17 -> 16")));
    }

    private static String earlier(Run run) {
        return run.revert(HELLO).earlier().toString();
    }
}
