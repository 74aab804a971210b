// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.upkeep;

import static io.github.edgeroutine.routine.FakeRoutines.fails;
import static io.github.edgeroutine.routine.FakeRoutines.failure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.EdgeRoutines.NewRoutine;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.Setting;
import io.github.edgeroutine.routine.call.GoalTime;
import io.github.edgeroutine.routine.publish.PublishFixture;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CreatorTest {

    private static final RoutineName HELLO = new RoutineName("hello");
    private static final Environment STAGING = new Environment("staging");
    private static final Setting FAST = new Setting(Optional.of("5ms"), Optional.empty());
    private static final NewRoutine PLAIN = new NewRoutine(HELLO, "", Map.of(), false);
    private static final NewRoutine SET_UP = new NewRoutine(HELLO, "", Map.of(STAGING, FAST), false);

    private final FakeRoutines account =
            new FakeRoutines(new RoutineState(Map.of(STAGING, Live.NOTHING), List.of(), Map.of()));
    private final PublishFixture log = new PublishFixture();

    @Test
    void aRoutineThatIsThereIsFound() throws GoalFailedException {
        assertTrue(creator().find(HELLO).isPresent());
        assertEquals(List.of("describe"), account.received());
    }

    @ParameterizedTest
    @EnumSource(names = {"MISSING", "GENERAL"})
    void aRoutineThatIsNotThereIsNotFound(Reason said) throws GoalFailedException {
        account.hasNone(said);

        assertEquals(Optional.empty(), creator().find(HELLO));
    }

    @Test
    void whereNobodyCanSeeTheRoutineNothingIsCreated() {
        account.looks(fails(failure(Reason.DENIED, Effect.NONE)));

        assertEquals(
                "Could not check whether there is a routine hello: it went wrong (request id 4711). Nothing was"
                        + " changed."
                        + " Do something.",
                assertThrows(GoalFailedException.class, () -> creator().find(HELLO))
                        .getMessage());
    }

    /** The general error comes also of a routine that is there. */
    @Test
    void aRoutineThatIsListedAndCannotBeReadIsThere() {
        account.looks(fails(failure(Reason.GENERAL, Effect.NONE)));

        assertThrows(GoalFailedException.class, () -> creator().find(HELLO));
    }

    @Test
    void aNewRoutineIsReadBack() throws GoalFailedException {
        account.hasNone(Reason.MISSING);

        creator().create(SET_UP);

        assertEquals(List.of("create hello", "describe"), account.received());
    }

    @Test
    void aRoutineThatIsShownLateIsWaitedFor() throws GoalFailedException {
        account.looks(fails(failure(Reason.MISSING, Effect.NONE)), fails(failure(Reason.MISSING, Effect.NONE)));

        creator().create(PLAIN);

        assertEquals(2, log.pauses.size());
    }

    @Test
    void aRoutineThatIsNeverShownIsAFailure() {
        account.looks(Collections.nCopies(40, fails(failure(Reason.MISSING, Effect.NONE)))
                .toArray(FakeRoutines.Look[]::new));

        assertEquals(
                "The service created routine hello, but it cannot be read. Check it in {console}. It is safe to"
                        + " run the goal again.",
                failureOf(PLAIN));
    }

    @Test
    void aServiceThatAnswersNoLookIsNotAskedForAMinute() {
        account.looks(Collections.nCopies(40, fails(failure(Reason.UNANSWERED, Effect.UNKNOWN)))
                .toArray(FakeRoutines.Look[]::new));

        assertEquals(
                "The service created routine hello, but it cannot be read. Check it in {console}. It is safe to"
                        + " run the goal again.",
                failureOf(PLAIN));
        assertEquals(List.of("create hello", "describe", "describe"), account.received());
    }

    @Test
    void settingsThatAreNotShownAreNamed() {
        account.looks(Collections.nCopies(40, (FakeRoutines.Look)
                        truth -> new RoutineState(Map.of(STAGING, Live.NOTHING), List.of()))
                .toArray(FakeRoutines.Look[]::new));

        assertEquals(
                "Routine hello exists now, but does not show the settings of staging. Set them with"
                        + " edge-routine:configure.",
                failureOf(SET_UP));
    }

    @Test
    void aRefusalSaysThatNothingWasChanged() {
        account.hasNone(Reason.MISSING).refuses("create hello", failure(Reason.REFUSED, Effect.NONE));

        assertEquals(
                "Could not create routine hello: it went wrong (request id 4711). Nothing was changed. Do something.",
                failureOf(PLAIN));
    }

    @Test
    void afterALostAnswerALookSaysWhatIsThere() {
        CallFailedException lost = failure(Reason.UNANSWERED, Effect.UNKNOWN);
        String start = "Could not create routine hello: it went wrong (request id 4711). ";
        account.hasNone(Reason.GENERAL).refuses("create hello", lost);
        assertEquals(start + "The account does not show this routine. Do something.", failureOf(PLAIN));

        account.namesFail(failure(Reason.DENIED, Effect.NONE));
        assertEquals(
                start + "It is not known whether the routine exists now. It is safe to run the goal again. Do"
                        + " something.",
                failureOf(PLAIN));

        account.accepts("create hello");
        account.loses("create hello", lost);
        assertEquals(start + "The routine exists now. Do something.", failureOf(PLAIN));
    }

    private Creator creator() {
        return new Creator(account.client(), new GoalTime(Duration.ofMinutes(5), log.time, log.time), log);
    }

    private String failureOf(NewRoutine routine) {
        return assertThrows(GoalFailedException.class, () -> creator().create(routine))
                .getMessage();
    }
}
