// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.rollback.Run.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Memories in words. */
public final class MemoryFixture {

    static final RoutineName HELLO = new RoutineName("hello");

    private MemoryFixture() {}

    /** @param places each such as "staging: 16 -> 17", a hyphen for nothing; the run is done and complete */
    public static RunMemory run(String... places) {
        return new RunMemory(HELLO, List.of(run(HELLO, "1-a", "g:a", places)));
    }

    static Run run(RoutineName routine, String invocation, String module, String... places) {
        Map<Environment, Change> changes = new LinkedHashMap<>();
        for (String place : places) {
            String[] sides = place.split(": | -> ");
            changes.put(new Environment(sides[0]), new Change(live(sides[1]), live(sides[1]), live(sides[2]), true));
        }
        return new Run(Kind.PUBLISH, Set.of(invocation), Set.of(module), true, changes);
    }

    private static Live live(String text) {
        return FakeRoutines.live(text.equals("-") ? "" : text);
    }
}
