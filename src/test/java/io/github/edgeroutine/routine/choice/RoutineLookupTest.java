// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.Traffic;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An environment that a user names for its code, as the goal {@code diff} does; the planner's tests have the rest. */
class RoutineLookupTest {

    private static final Environment PRODUCTION = new Environment("production");

    @Test
    void theRevisionThatRunsAloneIsFound() throws GoalFailedException {
        RoutineLookup lookup = new RoutineLookup(new RoutineName("hello"), FakeRoutines.running("production=18"));

        assertEquals(new CodeRevision("18"), lookup.runningIn(PRODUCTION));
    }

    @Test
    void twoRevisionsAreNotOne() {
        Live split = new Traffic(Map.of(new CodeRevision("18"), 90, new CodeRevision("19"), 10));

        assertEquals(
                "Environment production of routine hello runs 18 (90 %) and 19 (10 %), so {environments} does not"
                        + " identify one revision. Use edge-routine:download to get the code of one of them.",
                failure(split));
    }

    @Test
    void anUnknownValueIsNotARevision() {
        assertEquals(
                "It is not known what production of routine hello runs, so {environments} cannot be used.",
                failure(Live.UNKNOWN));
    }

    private static String failure(Live live) {
        RoutineState state = new RoutineState(Map.of(PRODUCTION, live), List.of());
        RoutineLookup lookup = new RoutineLookup(new RoutineName("hello"), state);

        return assertThrows(GoalFailedException.class, () -> lookup.runningIn(PRODUCTION))
                .getMessage();
    }
}
