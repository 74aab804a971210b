// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

import static io.github.edgeroutine.routine.rollback.MemoryFixture.run;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.routine.RoutineName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each routine is named by the invocations that wrote to it. */
class LastRunTest {

    /** 9-x goes on with what 8-x began, and 8-x with what 7-x began, and so on. */
    @Test
    void buildsThatWentOnWithEachOtherAreOneRunHoweverManyTheyAre() {
        assertEquals(
                List.of("6", "7-6", "8-7", "9-8"),
                namesOf(lastRun("6", "7-6", "8-7", "9-8").parts()));
    }

    @Test
    void aBuildThatNoneOfThemWentOnWithIsOlder() {
        LastRun last = lastRun("9-8", "7", "8");

        assertEquals(List.of("9-8", "8"), namesOf(last.parts()));
        assertEquals(List.of(new RoutineName("7")), last.older());
        assertEquals(Set.of("9", "8"), last.invocations());
    }

    private static LastRun lastRun(String... routines) {
        return LastRun.of(Stream.of(routines).map(LastRunTest::memory).toList(), Set.of("g:a"), Optional.empty());
    }

    private static RunMemory memory(String invocations) {
        RoutineName routine = new RoutineName(invocations);
        Run written = run(routine, "0", "g:a", "staging: 16 -> 17");
        return new RunMemory(
                routine,
                List.of(new Run(
                        written.kind(), Set.of(invocations.split("-")), written.modules(), true, written.changes())));
    }

    private static List<String> namesOf(List<RoutineRun> parts) {
        return parts.stream().map(part -> part.memory().routine().toString()).toList();
    }
}
