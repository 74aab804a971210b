// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import static io.github.edgeroutine.routine.FakeRoutines.confirms;
import static io.github.edgeroutine.routine.FakeRoutines.fails;
import static io.github.edgeroutine.routine.FakeRoutines.failsAfter;
import static io.github.edgeroutine.routine.FakeRoutines.failure;
import static io.github.edgeroutine.routine.FakeRoutines.truth;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.PublishAnswer;
import io.github.edgeroutine.routine.PublishCall;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** After a publish that the service did not confirm. */
class FailedPublishTest {

    private static final RequestFor WISH = RequestFor.revision("17", "staging", "production");
    private static final String FAILED =
            "Could not publish revision 17 of routine hello in staging, production: it went wrong (request id 4711). ";

    private static final List<Environment> PRODUCTION = List.of(new Environment("production"));

    private final PublishFixture bench = new PublishFixture("staging=15", "production=16");

    @Test
    void aCallThatWasNeverSentChangedNothingAndIsNotLookedAt() {
        bench.account.writes(failsAfter(failure(Reason.REFUSED, Effect.NOT_SENT)));

        Outcome outcome = bench.publish(WISH);

        assertEquals(Optional.of(FAILED + "Nothing was changed. Do something."), outcome.failure());
        assertEquals(List.of("revision 17 of routine hello in staging, production"), bench.callsAfterTheFirstLook());
        assertEquals(
                List.of("staging: 15, then 15, not published", "production: 16, then 16, not published"),
                PublishFixture.places(outcome));
    }

    @ParameterizedTest
    @EnumSource
    void aLookComesBeforeNothingWasChangedIsSaidOfARefusal(Reason kind) {
        bench.account.writes(failsAfter(failure(kind, Effect.NONE)));

        Outcome outcome = bench.publish(WISH);

        assertEquals(Optional.of(FAILED + "Nothing was changed. Do something."), outcome.failure());
        assertEquals(
                List.of("revision 17 of routine hello in staging, production", "describe"),
                bench.callsAfterTheFirstLook());
        assertEquals(
                List.of("staging: 15, then 15, not published", "production: 16, then 16, not published"),
                PublishFixture.places(outcome));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsLiveEverywhereAfterAFailureIsAWarning(Reason kind) {
        for (Effect effect : List.of(Effect.NONE, Effect.UNKNOWN)) {
            PublishFixture live = new PublishFixture("staging=15", "production=17");
            live.account.writes(failsAfter(failure(kind, effect), "staging"));

            Outcome outcome = live.publish(WISH);

            assertEquals(Optional.empty(), outcome.failure());
            assertEquals(
                    List.of("The attempt to publish revision 17 of routine hello in staging was not confirmed: it"
                            + " went wrong"
                            + " (request id 4711). But the routine shows that it is done."),
                    live.warnings);
            assertEquals(
                    "staging: 15, then 17, published",
                    PublishFixture.places(outcome).get(0));
            assertEquals(1, Collections.frequency(live.callsAfterTheFirstLook(), "describe"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalAfterWhichNobodyCanLookDoesNotSayThatNothingWasChanged(Reason kind) {
        bench.account
                .writes(failsAfter(failure(kind, Effect.NONE), "staging"))
                .looks(truth(), fails(failure(Reason.DENIED, Effect.NONE)));

        assertEquals(
                Optional.of(FAILED + "What is live now is not known: look at the routine's environments in {console}"
                        + ". Publishing the same revision again does no harm. Do something."),
                bench.publish(WISH).failure());
    }

    @Test
    void aRefusalAfterWhichOnlyAPartIsLiveSaysWhatRunsWhere() {
        bench.account.writes(failsAfter(failure(Reason.REFUSED, Effect.NONE), "staging"));

        assertEquals(
                Optional.of(FAILED + "Now staging runs 17, production runs 16. Do something."),
                bench.publish(WISH).failure());
    }

    @Test
    void aPublishOfSomebodyElseIsReported() {
        bench.account.writes((account, publication) -> {
            confirms("18")
                    .carryOut(account, new PublishCall(publication.routine(), publication.revision(), PRODUCTION));
            throw failure(Reason.UNANSWERED, Effect.UNKNOWN);
        });

        assertEquals(
                Optional.of(FAILED + "Environment production runs 18, which somebody else published. Now staging runs"
                        + " 15, production runs 18. Do something."),
                bench.publish(WISH).failure());
    }

    @ParameterizedTest
    @EnumSource
    void aCallThatMayHaveRunIsLookedAtOnce(Reason kind) {
        bench.account.writes(failsAfter(failure(kind, Effect.UNKNOWN), "staging"));

        Outcome outcome = bench.publish(WISH);

        assertEquals(Optional.of(FAILED + "Now staging runs 17, production runs 16. Do something."), outcome.failure());
        assertEquals(
                List.of("revision 17 of routine hello in staging, production", "describe"),
                bench.callsAfterTheFirstLook());
        assertEquals(
                List.of("staging: 15, then 17, published", "production: 16, then 16, not published"),
                PublishFixture.places(outcome));
        assertEquals(List.of(), bench.pauses);
    }

    @Test
    void aCallWhoseEffectCannotBeSeenLeavesItUnknown() {
        bench.account
                .looks(truth(), fails(failure(Reason.UNANSWERED, Effect.UNKNOWN)))
                .writes(failsAfter(failure(Reason.UNANSWERED, Effect.UNKNOWN)));

        Outcome outcome = bench.publish(WISH);

        assertEquals(
                Optional.of(FAILED + "What is live now is not known: look at the routine's environments in {console}"
                        + ". Publishing the same revision again does no harm. Do something."),
                outcome.failure());
        assertEquals(
                List.of("staging: 15, then -, not known", "production: 16, then -, not known"),
                PublishFixture.places(outcome));
    }

    @Test
    void aLostAnswerIsASuccessWhereTheRoutineShowsTheRevision() {
        bench.account.writes(failsAfter(failure(Reason.UNANSWERED, Effect.UNKNOWN), "staging", "production"));

        Outcome outcome = bench.publish(WISH);

        assertEquals(Optional.empty(), outcome.failure());
        assertEquals(
                List.of("The attempt to publish revision 17 of routine hello in staging, production was not"
                        + " confirmed: it went wrong (request id 4711). But the routine shows that it is"
                        + " done."),
                bench.warnings);
        assertEquals(
                List.of("staging: 15, then 17, published", "production: 16, then 17, published"),
                PublishFixture.places(outcome));
    }

    @ParameterizedTest
    @EnumSource
    void withForceOnWhatRanAlreadyARefusalStaysOneAndAMissingAnswerIsAWarning(Reason kind) {
        PublishFixture running = new PublishFixture("staging=17", "production=17");
        running.account.writes(failsAfter(failure(kind, Effect.UNKNOWN)));

        Optional<String> told = running.publish(
                        RequestFor.revision("17", "staging", "production").force())
                .failure();

        assertEquals(
                kind == Reason.UNANSWERED || kind == Reason.UNREADABLE
                        ? Optional.empty()
                        : Optional.of(FAILED + "Now staging runs 17, production runs 17. Do something."),
                told);
    }

    @Test
    void withForceOnWhatRanAlreadyARefusalChangedNothing() {
        PublishFixture running = new PublishFixture("staging=17", "production=17");
        running.account.writes(failsAfter(failure(Reason.DENIED, Effect.NONE)));

        assertEquals(
                Optional.of(FAILED + "Nothing was changed. Do something."),
                running.publish(RequestFor.revision("17", "staging", "production")
                                .force())
                        .failure());
    }

    @Test
    void aConfirmationOfAnotherRevisionIsAFailure() {
        bench.account.writes(confirms("18"));

        Outcome outcome = bench.publish(WISH);

        assertEquals(
                Optional.of("Could not publish revision 17 of routine hello in staging, production: the service"
                        + " confirmed another revision, 18 (request id A513734D). Now staging runs 18, production runs"
                        + " 18. Open a ticket with the request id if it happens again."),
                outcome.failure());
        assertEquals(
                List.of("staging: 15, then 18, not published", "production: 16, then 18, not published"),
                PublishFixture.places(outcome));
    }

    @Test
    void aConfirmationOfAnotherRevisionIsAFailureThoughTheRightOneIsLive() {
        bench.account.writes((account, publication) -> {
            FakeRoutines.reaches("staging", "production").carryOut(account, publication);
            return new PublishAnswer("A513734D", Optional.of("18"));
        });

        assertEquals(
                Optional.of("Could not publish revision 17 of routine hello in staging, production: the service"
                        + " confirmed another revision, 18 (request id A513734D). Now staging runs 17, production runs"
                        + " 17. Open a ticket with the request id if it happens again."),
                bench.publish(WISH).failure());
    }

    @Test
    void aConfirmationThatNamesNoRevisionIsOne() {
        for (Optional<String> none : List.of(Optional.<String>empty(), Optional.of(""))) {
            PublishFixture quiet = new PublishFixture("staging=15", "production=16");
            quiet.account.writes((account, publication) -> {
                FakeRoutines.reaches("staging", "production").carryOut(account, publication);
                return new PublishAnswer("A513734D", none);
            });

            assertEquals(Optional.empty(), quiet.publish(WISH).failure());
        }
    }
}
