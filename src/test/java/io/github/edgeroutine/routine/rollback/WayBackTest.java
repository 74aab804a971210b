// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

import static io.github.edgeroutine.routine.FakeRoutines.running;
import static io.github.edgeroutine.routine.rollback.MemoryFixture.HELLO;
import static io.github.edgeroutine.routine.rollback.MemoryFixture.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.RoutineState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An environment that the service does not show may run anything. */
class WayBackTest {

    private static final Environment STAGING = new Environment("staging");
    private static final RoutineState HIDDEN = new RoutineState(Map.of(STAGING, Live.UNKNOWN), List.of());

    @Test
    void anEnvironmentThatIsNotShownIsNotPutBackAsItMayRunSomebodyElsesRevision() {
        Run run = run(HELLO, "1-x", "g:a", "staging: 16 -> 17");

        assertEquals(
                "Somebody else has published routine hello since its last run, so nothing is rolled back: staging runs"
                        + " what is not known, not 17. Nothing was changed. To restore what ran before that run"
                        + " anyway, set {force}.",
                assertThrows(
                                GoalFailedException.class,
                                () -> WayBack.demandOurs(HELLO, run, Optional.of(HIDDEN), Optional.empty()))
                        .getMessage());
    }

    @Test
    void anEnvironmentThatIsNotShownAndGetsNothingBackDoesNotStopTheOthers() throws GoalFailedException {
        RoutineState state = new RoutineState(
                Map.of(
                        STAGING,
                        Live.UNKNOWN,
                        new Environment("production"),
                        running("production=17").liveIn(new Environment("production"))),
                List.of());

        WayBack back = WayBack.of(
                HELLO,
                run(HELLO, "1-x", "g:a", "staging: - -> 17", "production: 16 -> 17"),
                Optional.of(state),
                Optional.empty(),
                false);

        assertEquals("{production=16}", back.revert().targets().toString());
        assertEquals(List.of(STAGING), back.revert().lost());
    }
}
