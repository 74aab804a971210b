// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

import static java.util.stream.Collectors.joining;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.RoutineName;
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
        return new Run(RunKind.PUBLISH, Set.of(invocation), Set.of(module), true, changes);
    }

    /** As publishes leave it that were begun, and of whose end nothing is noted. */
    static Run killed(String invocation, String module, String... places) {
        Run done = run(HELLO, invocation, module, places);
        return new Run(RunKind.PUBLISH, done.invocations(), done.modules(), false, done.changes())
                .with(change -> new Change(change.before(), change.replaced(), change.after(), false));
    }

    static Run rollback(boolean complete, String invocation, String module, String... places) {
        Run done = run(HELLO, invocation, module, places);
        return new Run(RunKind.ROLLBACK, done.invocations(), done.modules(), complete, done.changes());
    }

    /** For example "PUBLISH 1-a+2-b of g:a, complete: staging 16 -> 17, production 17 -> 18?" where 18 is not certain. */
    static String words(Run run) {
        return run.kind() + " " + String.join("+", run.invocations()) + " of " + String.join("+", run.modules())
                + (run.complete() ? ", complete: " : ": ")
                + run.changes().entrySet().stream()
                        .map(place -> place.getKey() + " " + words(place.getValue()))
                        .collect(joining(", "));
    }

    /** What ran before the last write is between the two if an earlier write of the run brought it. */
    static String words(Change change) {
        return change.before()
                + (change.replaced().equals(change.before()) ? "" : " -> " + change.replaced())
                + " -> " + change.after()
                + (change.done() ? "" : "?");
    }

    static Live live(String text) {
        return FakeRoutines.live(text.equals("-") ? "" : text);
    }
}
