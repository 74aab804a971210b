// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.call;

import static io.github.edgeroutine.routine.FakeRoutines.fails;
import static io.github.edgeroutine.routine.FakeRoutines.failure;
import static io.github.edgeroutine.routine.FakeRoutines.running;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StateReaderTest {

    private static final String UNREAD = "Could not prune the revisions of routine hello: it went wrong (request id"
            + " 4711). Nothing was changed. Do something.";

    private final FakeRoutines account = new FakeRoutines(running("production=16"));

    @Test
    void aStateIsReadWithOneCall() throws GoalFailedException {
        assertEquals(running("production=16"), read());
        assertEquals(List.of("describe"), account.received());
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void aStateThatCannotBeReadChangesNothing(Reason kind) {
        account.looks(fails(failure(kind, Effect.UNKNOWN)));

        assertEquals(UNREAD, failureOfRead());
        boolean mayBeMissing = kind == Reason.GENERAL || kind == Reason.MISSING;
        assertEquals(mayBeMissing ? List.of("describe", "names") : List.of("describe"), account.received());
    }

    @Test
    void aRoutineThatTheAccountLacksIsSaidToBeMissing() {
        account.looks(fails(failure(Reason.GENERAL, Effect.UNKNOWN))).holds("hell");

        assertEquals(
                "Routine hello does not exist, see {name}. Did you mean hell? There are: hell. To create it, run"
                        + " edge-routine:create or set {createRoutine} of upload. Nothing was changed.",
                failureOfRead());
    }

    /** A service with a code for it knows more of the reason. */
    @Test
    void aRoutineThatTheServiceSaysIsMissingComesWithItsRemedy() {
        account.looks(fails(failure(Reason.MISSING, Effect.NONE))).holds("hell");

        assertEquals(
                "Routine hello does not exist, see {name}. Did you mean hell? There are: hell. Do something. To"
                        + " create it, run"
                        + " edge-routine:create or set {createRoutine} of upload. Nothing was changed.",
                failureOfRead());
    }

    @Test
    void theFirstFailureIsReportedIfTheNamesAreNotKnown() {
        account.looks(fails(failure(Reason.GENERAL, Effect.UNKNOWN)))
                .namesFail(new CallFailedException("another", Reason.DENIED, Effect.NONE, "Grant it."));

        assertEquals(UNREAD, failureOfRead());
    }

    private RoutineState read() throws GoalFailedException {
        return new StateReader(account.client()).read(new RoutineName("hello"), "prune the revisions");
    }

    private String failureOfRead() {
        return assertThrows(GoalFailedException.class, this::read).getMessage();
    }
}
