// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

import static io.github.edgeroutine.routine.FakeRoutines.fails;
import static io.github.edgeroutine.routine.FakeRoutines.failure;
import static io.github.edgeroutine.routine.rollback.MemoryFixture.HELLO;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.call.StateReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RememberedStatesTest {

    private static final RoutineState STATE = FakeRoutines.running("staging=17");

    private final FakeRoutines account = new FakeRoutines(STATE);

    @Test
    void aRoutineIsReadOnce() throws Exception {
        RememberedStates states = states(false);

        assertEquals(Optional.of(STATE), states.state(HELLO));
        assertEquals(STATE, states.demandState(HELLO));
        assertEquals(List.of("describe"), account.received());
    }

    @Test
    void aStateThatForceDidWithoutIsReadAgainWhereNothingGoesWithoutIt() throws Exception {
        account.looks(fails(failure(Reason.DENIED, Effect.NONE)));
        RememberedStates states = states(true);

        assertEquals(Optional.empty(), states.state(HELLO));
        assertEquals(STATE, states.demandState(HELLO));
    }

    @Test
    void aRoutineWhoseRunsAreCertainIsNotRead() throws Exception {
        states(false).all();

        assertEquals(List.of(), account.received());
    }

    private RememberedStates states(boolean force) {
        return new RememberedStates(
                new RememberedFixture.InMemory(List.of(MemoryFixture.run("staging: 16 -> 17"))),
                new StateReader(account.client()),
                force);
    }
}
