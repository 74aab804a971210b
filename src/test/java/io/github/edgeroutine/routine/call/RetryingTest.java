// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.call;

import static io.github.edgeroutine.routine.FakeRoutines.fails;
import static io.github.edgeroutine.routine.FakeRoutines.failsAfter;
import static io.github.edgeroutine.routine.FakeRoutines.failure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.EdgeRoutines.NewRoutine;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.MadeUpService;
import io.github.edgeroutine.routine.PublishAnswer;
import io.github.edgeroutine.routine.PublishCall;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.Setting;
import io.github.edgeroutine.routine.publish.PublishFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class RetryingTest {

    private static final RoutineName HELLO = new RoutineName("hello");
    private static final CodeRevision OLD = new CodeRevision("16");
    private static final PublishCall PUBLICATION =
            new PublishCall(HELLO, new CodeRevision("17"), List.of(new Environment("production")));
    private static final CallFailedException THROTTLE =
            failure(Reason.REFUSED, Effect.NONE).passing();
    private static final CallFailedException LOST =
            failure(Reason.UNANSWERED, Effect.UNKNOWN).passing();

    private static final NewRoutine NEW_ROUTINE = new NewRoutine(HELLO, "", Map.of(), false);

    private static final RoutineState BEFORE = FakeRoutines.running("staging=15", "production=16");

    private final PublishFixture bench = new PublishFixture("staging=15", "production=16");
    private final FakeRoutines account = bench.account;

    @Test
    void aCallThatSucceedsIsMadeOnce() throws CallFailedException {
        retrying().describe(HELLO);

        assertEquals(List.of("describe"), account.received());
        assertEquals(List.of(), bench.warnings);
    }

    @Test
    void whatMayPassIsTriedAgainWithAWarningThatTellsAttemptReasonAndWait() throws CallFailedException {
        account.looks(fails(THROTTLE), fails(THROTTLE));

        retrying().describe(HELLO);

        assertEquals(List.of("describe", "describe", "describe"), account.received());
        assertEquals(
                List.of(
                        "Attempt 1 of 4 to read routine hello failed: it went wrong (request id 4711). Retrying"
                                + " in 0.5 s.",
                        "Attempt 2 of 4 to read routine hello failed: it went wrong (request id 4711). Retrying"
                                + " in 1.0 s."),
                bench.warnings);
        assertEquals(List.of(Duration.ofMillis(500), Duration.ofSeconds(1)), bench.pauses);
    }

    @Test
    void afterTheLastAttemptTheFailureSaysHowManyThereWere() {
        account.looks(Collections.nCopies(4, fails(THROTTLE)).toArray(FakeRoutines.Look[]::new));

        CallFailedException failure = failed(() -> retrying().describe(HELLO));

        assertEquals("it went wrong (request id 4711), in the last of 4 attempts", failure.getMessage());
        assertEquals("Do something.", failure.remedy());
        assertEquals(4, account.received().size());
    }

    @Test
    void withoutRetriesTheFirstFailureIsTheLast() {
        account.looks(fails(THROTTLE));

        assertEquals(
                "it went wrong (request id 4711)",
                failed(() -> retrying(0, Duration.ofHours(1)).describe(HELLO)).getMessage());
        assertEquals(List.of(), bench.warnings);
    }

    @Test
    void aPermanentFailureIsNotRetried() {
        account.looks(fails(failure(Reason.REFUSED, Effect.NONE)));

        failed(() -> retrying().describe(HELLO));

        assertEquals(List.of("describe"), account.received());
    }

    @Test
    void theLongestWaitIsTwentySeconds() {
        account.looks(Collections.nCopies(9, fails(THROTTLE)).toArray(FakeRoutines.Look[]::new));

        failed(() ->
                client(8, time(Duration.ofHours(1), bench.time), bench, () -> 1).describe(HELLO));

        assertEquals(
                List.of(1L, 2L, 4L, 8L, 16L, 20L, 20L, 20L),
                bench.pauses.stream().map(Duration::toSeconds).toList());
    }

    @Test
    void noWaitOutlivesTheTimeOfTheGoal() {
        account.looks(Collections.nCopies(4, fails(THROTTLE)).toArray(FakeRoutines.Look[]::new));

        CallFailedException failure =
                failed(() -> retrying(3, Duration.ofSeconds(2)).describe(HELLO));

        assertEquals(
                "it went wrong (request id 4711), in attempt 3, and {timeout} leaves no time for the next attempt",
                failure.getMessage());
    }

    @Test
    void aWaitThatWouldTakeAllTheTimeThatIsLeftIsNotMade() {
        account.looks(fails(THROTTLE), fails(THROTTLE));

        failed(() -> retrying(3, Duration.ofMillis(1500)).describe(HELLO));

        assertEquals(List.of(Duration.ofMillis(500)), bench.pauses);
    }

    @Test
    void aRoutineThatIsThereAfterALostAnswerIsMade() throws CallFailedException {
        account.hasNone(Reason.GENERAL).loses("create hello", LOST);

        assertTrue(retrying().createRoutine(NEW_ROUTINE).seen().isPresent());
        assertEquals(List.of("create hello", "describe"), account.received());
    }

    /** The list of names shows that the routine is missing if the service has one code for all failures. */
    @Test
    void aRoutineThatIsSurelyNotThereIsAskedForAgain() {
        account.hasNone(Reason.GENERAL).refuses("create hello", LOST);

        failed(() -> retrying(1, Duration.ofHours(1)).createRoutine(NEW_ROUTINE));

        assertEquals(
                2, account.received().stream().filter("create hello"::equals).count());
    }

    @Test
    void aServiceThatSaysThatThereIsNoRoutineIsBelieved() {
        account.hasNone(Reason.MISSING).refuses("create hello", LOST);

        CallFailedException failure =
                failed(() -> retrying(1, Duration.ofHours(1)).createRoutine(NEW_ROUTINE));

        assertEquals(
                List.of("create hello", "describe", "create hello", "describe"), account.received(), failure::toString);
    }

    @Test
    void whereNobodyCanSeeARoutineItIsNotAskedForAgain() {
        account.hasNone(Reason.DENIED).refuses("create hello", LOST);

        assertEquals(
                Effect.UNKNOWN,
                failed(() -> retrying().createRoutine(NEW_ROUTINE)).effect());
        assertEquals(List.of("create hello", "describe"), account.received());
    }

    @Test
    void noCallIsMadeAfterTheTimeIsOver() {
        CallFailedException failure = failed(() -> retrying(3, Duration.ZERO).publish(PUBLICATION));

        assertEquals("the goal used all of its time, see {timeout}", failure.getMessage());
        assertEquals(Effect.NOT_SENT, failure.effect());
        assertEquals(List.of(), account.received());
    }

    @Test
    void anInterruptEndsTheWaitAndIsKept() {
        account.looks(fails(THROTTLE));
        Pause interrupted = duration -> {
            throw new InterruptedException();
        };

        CallFailedException failure = failed(() -> client(3, time(Duration.ofHours(1), interrupted), bench, () -> 1)
                .describe(HELLO));

        assertTrue(Thread.interrupted());
        assertEquals(
                "it went wrong (request id 4711), in attempt 1; the build was stopped before the next attempt",
                failure.getMessage());
        assertEquals(1, account.received().size());
    }

    @Test
    void aRoutineThatTheAccountLacksIsNotAskedForAgain() {
        account.looks(fails(failure(Reason.GENERAL, Effect.UNKNOWN).passing())).holds("other");

        failed(() -> retrying().describe(HELLO));

        assertEquals(List.of("describe", "names"), account.received());
    }

    @Test
    void aGeneralErrorOfARoutineThatIsThereMayPass() throws CallFailedException {
        account.looks(fails(failure(Reason.GENERAL, Effect.UNKNOWN).passing()));

        retrying().describe(HELLO);

        assertEquals(List.of("describe", "names", "describe"), account.received());
    }

    @Test
    void aGeneralErrorMayPassWhereTheRoutinesCannotBeListedEither() throws CallFailedException {
        account.looks(fails(failure(Reason.GENERAL, Effect.UNKNOWN).passing())).namesFail(LOST);

        retrying().describe(HELLO);

        assertEquals(List.of("describe", "names", "describe"), account.received());
    }

    @Test
    void aPublishThatWasTurnedAwayIsRepeatedIfTheRoutineDoesNotShowIt() throws CallFailedException {
        account.writes(failsAfter(THROTTLE));

        retrying().publish(PUBLICATION);

        assertEquals(List.of(PUBLICATION.toString(), "describe", PUBLICATION.toString()), account.received());
    }

    @Test
    void aPublishThatWasNeverSentIsRepeatedWithoutALook() throws CallFailedException {
        account.writes(failsAfter(THROTTLE.withEffect(Effect.NOT_SENT)));

        retrying().publish(PUBLICATION);

        assertEquals(List.of(PUBLICATION.toString(), PUBLICATION.toString()), account.received());
    }

    @Test
    void aRefusedPublishOfWhatRanAlreadyIsRepeatedAsALookProvesNothing() throws CallFailedException {
        PublishCall forced = new PublishCall(HELLO, OLD, PUBLICATION.environments()).knowing(Optional.of(BEFORE), true);
        account.writes(failsAfter(THROTTLE));

        retrying().publish(forced);

        assertEquals(List.of(forced.toString(), "describe", forced.toString()), account.received());
    }

    @Test
    void aPublishIsNotRepeatedOverWhatSomebodyElsePublished() throws CallFailedException {
        account.writes((all, publication) -> {
            FakeRoutines.confirms("18").carryOut(all, publication);
            throw LOST;
        });

        CallFailedException failure = failed(() -> retrying().publish(PUBLICATION.knowing(Optional.of(BEFORE), false)));

        assertEquals(List.of(PUBLICATION.toString(), "describe"), account.received());
        assertEquals(
                FakeRoutines.live("18"),
                failure.seen().orElseThrow().liveIn(PUBLICATION.environments().get(0)));
    }

    @Test
    void anErrorThatIsThrownIsACallWithoutAnAnswer() {
        account.writes((all, publication) -> {
            throw new StackOverflowError();
        });

        CallFailedException failure = failed(() -> retrying().publish(PUBLICATION));

        assertEquals("the call failed with StackOverflowError", failure.getMessage());
        assertEquals(Effect.UNKNOWN, failure.effect());
        assertEquals(List.of(PUBLICATION.toString(), "describe"), account.received());
    }

    @Test
    void aPublishWhoseAnswerWasLostIsRepeatedIfTheRoutineDoesNotShowIt() throws CallFailedException {
        account.writes(failsAfter(LOST));

        retrying().publish(PUBLICATION);

        assertEquals(List.of(PUBLICATION.toString(), "describe", PUBLICATION.toString()), account.received());
    }

    @Test
    void aPublishWhoseAnswerWasLostIsDoneIfTheRoutineShowsItAndTellsWhatWasSeen() throws CallFailedException {
        account.writes(failsAfter(LOST, "production"));

        PublishAnswer answer = retrying().publish(PUBLICATION);

        assertTrue(PUBLICATION.isShownBy(answer.seen().orElseThrow()));
        assertEquals(List.of(PUBLICATION.toString(), "describe"), account.received());
        assertEquals(
                List.of("The attempt to publish revision 17 of routine hello in production was not confirmed: it"
                        + " went wrong"
                        + " (request id 4711). But the routine shows that it is done."),
                bench.warnings);
    }

    @Test
    void aRefusalStandsWhereNobodyKnowsWhatRanAndThePublishIsForced() {
        account.writes(failsAfter(failure(Reason.DENIED, Effect.NONE), "production"));

        CallFailedException failure = failed(() -> retrying().publish(PUBLICATION.knowing(Optional.empty(), true)));

        assertEquals(Effect.UNKNOWN, failure.effect());
        assertTrue(PUBLICATION.isShownBy(failure.seen().orElseThrow()));
    }

    @Test
    void noWriteIsRepeatedWhereNobodyCanLook() {
        CallFailedException denied = failure(Reason.DENIED, Effect.NONE);
        account.writes(failsAfter(LOST)).looks(fails(denied), fails(denied)).refuses("delete 16", THROTTLE);

        assertEquals(
                Optional.empty(), failed(() -> retrying().publish(PUBLICATION)).seen());
        failed(() -> retrying().delete(HELLO, OLD));

        assertEquals(List.of(PUBLICATION.toString(), "describe", "delete 16", "describe"), account.received());
    }

    @Test
    void aRefusalDoesNotTakeBackWhatAnEarlierAttemptMayHaveChanged() {
        account.writes(failsAfter(LOST), failsAfter(failure(Reason.DENIED, Effect.NONE)));

        CallFailedException failure = failed(() -> retrying().publish(PUBLICATION));

        assertEquals(Effect.UNKNOWN, failure.effect());
        assertEquals("it went wrong (request id 4711), in the last of 2 attempts", failure.getMessage());
    }

    @Test
    void theEndOfTheTimeTellsWhatTheLastAttemptCameTo() {
        account.writes((all, publication) -> {
            bench.pauses.add(Duration.ofSeconds(8));
            throw LOST;
        });
        account.looks(truth -> {
            bench.pauses.add(Duration.ofSeconds(1));
            return truth;
        });
        GoalTime time = time(Duration.ofSeconds(10), pause -> bench.pauses.add(Duration.ofSeconds(2)));

        CallFailedException failure =
                failed(() -> client(3, time, bench, () -> 0.5).publish(PUBLICATION));

        assertEquals(
                "it went wrong (request id 4711), in attempt 1, and {timeout} leaves no time for the next attempt",
                failure.getMessage());
        assertEquals(Effect.UNKNOWN, failure.effect());
        assertTrue(failure.seen().isPresent());
    }

    @Test
    void theLookAfterTheLastAttemptHasTheTimeThatWasKeptBack() {
        account.writes((all, publication) -> {
            bench.pauses.add(Duration.ofSeconds(8));
            throw LOST;
        });
        GoalTime time = new GoalTime(Duration.ofSeconds(10), Duration.ofSeconds(3), bench.time, bench.time);

        assertTrue(failed(() -> client(3, time, bench, () -> 0.5).publish(PUBLICATION))
                .seen()
                .isPresent());
    }

    @Test
    void codeThatMayHaveArrivedIsNotSentAgain() {
        account.loses("stage v2", LOST);

        failed(() -> retrying().stage(HELLO, "v2", new byte[1], BEFORE));

        assertEquals(List.of("stage v2", "describe"), account.received());
    }

    @Test
    void codeIsSentAgainWhereNoLookTellsWhetherItArrived() {
        account.like(MadeUpService.FIXED).loses("stage v2", LOST);
        account.looks(FakeRoutines.shows("staging=unstable"), FakeRoutines.shows("staging=unstable"));

        failed(() -> retrying(1, Duration.ofMinutes(5)).stage(HELLO, "v2", new byte[1], BEFORE));

        assertEquals(List.of("stage v2", "describe", "stage v2", "describe"), account.received());
    }

    @Test
    void aCommitThatMayHaveRunIsNotRepeated() {
        account.loses("commit v2", LOST);

        failed(() -> retrying().commit(HELLO, "v2", Optional.empty(), BEFORE));

        assertEquals(List.of("commit v2", "describe"), account.received());
    }

    @Test
    void whatWasTurnedAwayIsRepeatedAfterALookEvenIfItIsACommit() throws CallFailedException {
        account.refuses("commit v2", THROTTLE).refuses("stage v2", THROTTLE);
        RoutineClient retrying = retrying(1, Duration.ofHours(1));
        retrying.describe(HELLO);

        failed(() -> retrying.stage(HELLO, "v2", new byte[1], BEFORE));
        failed(() -> retrying.commit(HELLO, "v2", Optional.empty(), BEFORE));

        assertEquals(
                List.of(
                        "describe",
                        "stage v2",
                        "describe",
                        "stage v2",
                        "describe",
                        "commit v2",
                        "describe",
                        "commit v2",
                        "describe"),
                account.received());
    }

    @Test
    void aCommitThatMadeARevisionIsNotRepeatedWhateverTheAnswer() throws CallFailedException {
        account.loses("commit v2", THROTTLE);
        RoutineClient retrying = retrying();
        retrying.describe(HELLO);

        CallFailedException failure = failed(() -> retrying.commit(HELLO, "v2", Optional.empty(), BEFORE));

        assertEquals(List.of("describe", "commit v2", "describe"), account.received());
        assertEquals(Effect.UNKNOWN, failure.effect());
    }

    @Test
    void codeThatStagingRunsOnlySinceTheCallIsStagedWhateverTheAnswer() throws CallFailedException {
        account.loses("stage v2", LOST).looks(FakeRoutines.shows("staging=unstable", "production=16"));

        assertTrue(retrying().stage(HELLO, "v2", new byte[1], BEFORE).seen().isPresent());
        assertEquals(List.of("stage v2", "describe"), account.received());
    }

    @Test
    void aDeletionThatWasRefusedAndDoneIsDone() throws CallFailedException {
        account.loses("delete 16", failure(Reason.DENIED, Effect.NONE));

        retrying().delete(HELLO, OLD);

        assertEquals(1, bench.warnings.size());
    }

    @Test
    void aDeletionThatTheRoutineShowsIsDoneWhateverTheAnswer() throws CallFailedException {
        account.loses("delete 16", LOST);

        retrying().delete(HELLO, OLD);

        assertEquals(List.of("delete 16", "describe"), account.received());
        assertEquals(
                List.of("The attempt to delete revision 16 of routine hello was not confirmed: it went wrong"
                        + " (request id"
                        + " 4711). But the routine shows that it is done."),
                bench.warnings);
    }

    @Test
    void aDeletionThatTheRoutineDoesNotShowIsRepeated() {
        account.refuses("delete 16", LOST);

        failed(() -> retrying(1, Duration.ofHours(1)).delete(HELLO, OLD));

        assertEquals(List.of("delete 16", "describe", "delete 16", "describe"), account.received());
    }

    @Test
    void settingsThatTheRoutineShowsAreDoneWhateverTheAnswer() throws CallFailedException {
        Map<Environment, Setting> settings =
                Map.of(new Environment("production"), new Setting(Optional.of("50ms"), Optional.empty()));
        account.loses("configure " + settings, LOST);

        retrying().configure(HELLO, settings);

        assertEquals(List.of("configure " + settings, "describe"), account.received());
    }

    @Test
    void settingsThatTheRoutineDoesNotShowAreWrittenAgain() {
        Map<Environment, Setting> settings =
                Map.of(new Environment("production"), new Setting(Optional.of("50ms"), Optional.empty()));
        account.refuses("configure " + settings, LOST);

        failed(() -> retrying(1, Duration.ofHours(1)).configure(HELLO, settings));

        assertEquals(
                List.of("configure " + settings, "describe", "configure " + settings, "describe"), account.received());
    }

    @Test
    void theNamesAndTheCodeAreAskedForAgain() {
        account.namesFail(LOST).refuses("code 16", LOST);
        List<String> expected = new ArrayList<>(Collections.nCopies(4, "names"));
        expected.addAll(Collections.nCopies(4, "code 16"));

        failed(() -> retrying().names());
        failed(() -> retrying().code(HELLO, OLD));

        assertEquals(expected, account.received());
    }

    private RoutineClient retrying() {
        return retrying(3, Duration.ofHours(1));
    }

    /** Waits half as long as it might. */
    private RoutineClient retrying(int retries, Duration limit) {
        return client(retries, time(limit, bench.time), bench, () -> 0.5);
    }

    private RoutineClient client(int retries, GoalTime time, Progress progress, DoubleSupplier chance) {
        return new RoutineClient(account, new Retrying(Caller.ONCE, account, retries, time, progress, chance));
    }

    private GoalTime time(Duration limit, Pause pause) {
        return new GoalTime(limit, bench.time, pause);
    }

    private static CallFailedException failed(Executable call) {
        return assertThrows(CallFailedException.class, call);
    }
}
