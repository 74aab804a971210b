// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import static io.github.edgeroutine.routine.FakeRoutines.fails;
import static io.github.edgeroutine.routine.FakeRoutines.failure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.PublishAnswer;
import io.github.edgeroutine.routine.RoutineName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Up to the write, and what is done where nobody can look before it. */
class PublisherTest {

    private static final RequestFor TO_PRODUCTION = RequestFor.revision("17", "production");

    private static final String UNSEEN =
            "The state of routine hello cannot be read: it went wrong (request id 4711). So it is published"
                    + " without a plan, even to environments that are up to date. Canary regions with different"
                    + " code are not listed. The result is checked only if the state can be read after the"
                    + " publish. Do something.";

    private final PublishFixture bench = new PublishFixture("staging=17", "production=16", "presetCanaryZhejiang=15");

    @Test
    void aPublishIsALookAWriteAndALook() {
        Outcome outcome = bench.publish(RequestFor.revision("17", "production", "presetCanaryZhejiang"));

        assertEquals(
                List.of("describe", "revision 17 of routine hello in production, presetCanaryZhejiang", "describe"),
                bench.account.received());
        assertEquals(Optional.empty(), outcome.failure());
        assertEquals(
                List.of("production: 16, then 17, published", "presetCanaryZhejiang: 15, then 17, published"),
                PublishFixture.places(outcome));
        assertEquals(Optional.of(FakeRoutines.live("17")), outcome.revision());
        assertFalse(outcome.isUpToDate());
        assertEquals(List.of(), bench.warnings);
        assertEquals(1, bench.plans.size());
    }

    @Test
    void thePlanIsHeardBeforeTheWrite() {
        bench.account.writes((account, publication) -> {
            assertEquals(List.of(publication), bench.plans.get(0).calls(account.traits(), false));
            return new PublishAnswer("A513734D", Optional.empty());
        });

        bench.publish(TO_PRODUCTION);

        assertTrue(bench.account.received().contains("revision 17 of routine hello in production"));
    }

    @Test
    void eachRevisionThatRanBeforeIsOneCallOnTheWayBack() {
        Revert earlier = new Revert(
                new RoutineName("hello"),
                FakeRoutines.running("staging=16", "production=15", "presetCanaryHunan=16")
                        .live());

        assertEquals(
                "[revision 16 of routine hello in staging, presetCanaryHunan, revision 15 of routine hello in"
                        + " production]",
                bench.publisher(bench.time).calls(earlier).toString());
    }

    @Test
    void onlyWhatRunsOtherCodeIsWritten() {
        Outcome outcome = bench.publish(RequestFor.revision("17", "staging", "production"));

        assertEquals(
                "revision 17 of routine hello in production",
                bench.callsAfterTheFirstLook().get(0));
        assertTrue(PublishFixture.places(outcome).contains("staging: 17, then 17, up to date"));
    }

    @Test
    void whatIsUpToDateIsNotWritten() {
        Outcome outcome = bench.publish(RequestFor.revision("17", "staging"));

        assertEquals(List.of("describe"), bench.account.received());
        assertTrue(outcome.isUpToDate());
        assertEquals(List.of("staging: 17, then 17, up to date"), PublishFixture.places(outcome));
    }

    @Test
    void anUpToDateProductionWithCanariesLeftBehindIsUpToDate() {
        Outcome outcome = bench.publish(RequestFor.revision("16", "production"));

        assertEquals(List.of("describe"), bench.account.received());
        assertTrue(outcome.isUpToDate());
        assertEquals(
                List.of("production: 16, then 16, up to date", "presetCanaryZhejiang: 15, then 15, left behind"),
                PublishFixture.places(outcome));
    }

    @Test
    void forceWritesWhatIsUpToDate() {
        Outcome outcome = bench.publish(RequestFor.revision("17", "staging").force());

        assertEquals(List.of("revision 17 of routine hello in staging", "describe"), bench.callsAfterTheFirstLook());
        assertEquals(List.of("staging: 17, then 17, published"), PublishFixture.places(outcome));
        assertFalse(outcome.isUpToDate());
    }

    @Test
    void aDryRunWritesNothing() {
        Outcome outcome = bench.publish(RequestFor.revision("latest", "all").dryRun());

        assertEquals(List.of("describe"), bench.account.received());
        assertEquals(Optional.empty(), outcome.failure());
        assertEquals(
                List.of(
                        "production: 16, then 16, to be published",
                        "presetCanaryZhejiang: 15, then 15, to be published"),
                PublishFixture.places(outcome));
        assertFalse(outcome.isUpToDate());
    }

    @Test
    void canariesLeftBehindAreNamedWithTheirRevisions() {
        Outcome outcome = bench.publish(TO_PRODUCTION);

        assertEquals(
                List.of("Canary regions of routine hello keep different code than production:"
                        + " presetCanaryZhejiang (15). Add these regions or 'all' to {environments}."),
                bench.warnings);
        assertTrue(PublishFixture.places(outcome).contains("presetCanaryZhejiang: 15, then 15, left behind"));
        assertEquals(Optional.empty(), outcome.failure());
    }

    @Test
    void aRefusalChangesNothingAndSaysSo() {
        Outcome outcome = bench.publish(RequestFor.revision("latest", "nowhere"));

        assertEquals(
                Optional.of("Routine hello has no environment nowhere, see {environments}. There are:"
                        + " staging, production, presetCanaryZhejiang."
                        + " Nothing was changed."),
                outcome.failure());
        assertEquals(List.of("describe"), bench.account.received());
        assertEquals(List.of(), outcome.environments());
        assertEquals(Optional.empty(), outcome.revision());
        assertEquals(List.of(), bench.plans);
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"DENIED", "GENERAL", "UNREADABLE"})
    void whereNobodyCanLookACertainRevisionIsPublishedUnseen(Reason kind) {
        bench.account.looks(fails(failure(kind, Effect.NONE)), fails(failure(Reason.DENIED, Effect.NONE)));

        Outcome outcome = bench.publish(RequestFor.revision("17", "staging", "production"));

        assertEquals(List.of(UNSEEN), bench.warnings);
        assertEquals(
                kind == Reason.GENERAL
                        ? List.of(
                                "describe", "names", "revision 17 of routine hello in staging, production", "describe")
                        : List.of("describe", "revision 17 of routine hello in staging, production", "describe"),
                bench.account.received());
        assertEquals(Optional.empty(), outcome.failure());
        assertEquals(
                List.of(
                        "staging: -, then 17, accepted, not read back",
                        "production: -, then 17, accepted, not read back"),
                PublishFixture.places(outcome));
        assertEquals(List.of(false), bench.plans.stream().map(Plan::seen).toList());
    }

    @Test
    void anUnseenPublishIsReadBackAsSoonAsALookWorks() {
        CallFailedException cut = failure(Reason.UNREADABLE, Effect.UNKNOWN);
        bench.account.looks(fails(cut), fails(cut));

        Outcome outcome = bench.publish(RequestFor.revision("17", "staging", "production"));

        assertEquals(Optional.empty(), outcome.failure());
        assertEquals(
                List.of("staging: -, then 17, published", "production: -, then 17, published"),
                PublishFixture.places(outcome));
    }

    @Test
    void anUnseenPublishIsLookedForTwiceWhereNoLookWorks() {
        FakeRoutines.Look cut = fails(failure(Reason.UNREADABLE, Effect.UNKNOWN));
        bench.account.looks(cut, cut, cut, cut);

        Outcome outcome = bench.publish(TO_PRODUCTION);

        assertEquals(List.of("production: -, then 17, accepted, not read back"), PublishFixture.places(outcome));
        assertEquals(
                List.of("revision 17 of routine hello in production", "describe", "describe"),
                bench.callsAfterTheFirstLook());
    }

    @Test
    void anUnseenPublishThatWasAcceptedAndNotDoneIsAFailure() {
        bench.account.looks(fails(failure(Reason.UNREADABLE, Effect.UNKNOWN))).writes(FakeRoutines.reaches());

        Outcome outcome = bench.publish(RequestFor.revision("17", "production").restoreOnFailure());

        assertEquals(
                Optional.of("The service accepted revision 17 of routine hello in production, but the routine did not"
                        + " show it everywhere within 30 s. What ran before is not known, so nothing is"
                        + " restored. Now"
                        + " production runs 16. Publish again, or raise {verifyTimeout} if the routine"
                        + " only needs more time."),
                outcome.failure());
        assertEquals(List.of("production: -, then 16, not published"), PublishFixture.places(outcome));
    }

    @ParameterizedTest
    @EnumSource
    void anUnseenPublishThatFailedIsJudgedByALook(Reason kind) {
        bench.account
                .looks(fails(failure(Reason.DENIED, Effect.NONE)))
                .writes(FakeRoutines.failsAfter(failure(kind, Effect.NONE), "production"));

        Outcome outcome = bench.publish(TO_PRODUCTION);

        assertEquals(Optional.empty(), outcome.failure());
        assertEquals(List.of("production: -, then 17, published"), PublishFixture.places(outcome));
        assertEquals(List.of("revision 17 of routine hello in production", "describe"), bench.callsAfterTheFirstLook());
    }

    @Test
    void anUnseenForcedPublishThatWasRefusedStaysRefused() {
        bench.account
                .looks(fails(failure(Reason.DENIED, Effect.NONE)))
                .writes(FakeRoutines.failsAfter(failure(Reason.DENIED, Effect.NONE), "production"));

        assertEquals(
                Optional.of("Could not publish revision 17 of routine hello in production: it went wrong (request id"
                        + " 4711). Now production runs 17. Do something."),
                bench.publish(RequestFor.revision("17", "production").force()).failure());
    }

    @Test
    void anUnseenPublishThatFailsLeavesItsEffectUnknownWhereNobodyCanLook() {
        CallFailedException denied = failure(Reason.DENIED, Effect.NONE);
        bench.account
                .looks(fails(denied), fails(denied))
                .writes(FakeRoutines.failsAfter(failure(Reason.UNANSWERED, Effect.UNKNOWN), "production"));

        Outcome outcome = bench.publish(TO_PRODUCTION);

        assertEquals(
                Optional.of("Could not publish revision 17 of routine hello in production: it went wrong (request id"
                        + " 4711). What is live now is not known: look at the routine's environments in {console}"
                        + ". Publishing the same revision again does no harm. Do something."),
                outcome.failure());
        assertEquals(List.of("production: -, then -, not known"), PublishFixture.places(outcome));
    }

    static Stream<RequestFor> wishesThatNeedTheState() {
        return Stream.of(
                RequestFor.revision("17", "production").dryRun(),
                RequestFor.revision("latest", "production"),
                RequestFor.revision("@staging", "production"),
                RequestFor.revision("17", "all"),
                RequestFor.revision("17", "production").leftBehind(LeftBehind.FAIL),
                RequestFor.revision("17", "production").expecting("production=16"));
    }

    @ParameterizedTest
    @MethodSource("wishesThatNeedTheState")
    void whatNeedsTheStateIsNotDoneWithoutIt(RequestFor request) {
        bench.account.looks(fails(failure(Reason.DENIED, Effect.NONE)));

        Outcome outcome = bench.publish(request);

        assertEquals(
                Optional.of("Could not publish " + request.request()
                        + ": it went wrong (request id 4711). The state of the routine is required for a dry run,"
                        + " 'latest', '@environment', 'all', leftBehind=fail, strictVariables, a share of the"
                        + " requests and a rollback without force."
                        + " Nothing was changed. Do something."),
                outcome.failure());
        assertEquals(List.of("describe"), bench.account.received());
        assertEquals(List.of(), bench.plans);
    }

    @Test
    void aRoutineThatDoesNotExistIsNamedWithItsNearest() {
        bench.account.looks(fails(failure(Reason.GENERAL, Effect.NONE))).holds("shop", "Hello-2", "halo");

        Outcome outcome = bench.publish(TO_PRODUCTION);

        assertEquals(
                Optional.of("Routine hello does not exist, see {name}. Did you mean"
                        + " Hello-2? There are: Hello-2, halo, shop. To create it, run"
                        + " edge-routine:create or set {createRoutine} of upload. Nothing was changed."),
                outcome.failure());
        assertEquals(List.of("describe", "names"), bench.account.received());
    }

    @Test
    void anAccountWithoutRoutinesSaysSo() {
        bench.account.looks(fails(failure(Reason.GENERAL, Effect.NONE))).holds();

        assertEquals(
                Optional.of("Routine hello does not exist, see {name}. The account of"
                        + " this AccessKey has no routine. To create it, run edge-routine:create or set"
                        + " {createRoutine} of upload. Nothing was changed."),
                bench.publish(TO_PRODUCTION).failure());
    }

    @Test
    void whereTheNamesCannotBeReadEitherTheRoutineMayExist() {
        bench.account
                .looks(fails(failure(Reason.GENERAL, Effect.NONE)))
                .namesFail(new CallFailedException("another", Reason.DENIED, Effect.NONE, "Grant it."));

        Outcome outcome = bench.publish(TO_PRODUCTION);

        assertEquals(
                List.of("describe", "names", "revision 17 of routine hello in production", "describe"),
                bench.account.received());
        assertEquals(Optional.empty(), outcome.failure());
        assertTrue(bench.warnings.get(0).contains("it went wrong (request id 4711)"), bench.warnings.get(0));
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"REFUSED", "UNANSWERED"})
    void aFailureThatAWriteWouldMeetTooEndsEverything(Reason kind) {
        bench.account.looks(fails(failure(kind, Effect.UNKNOWN)));

        Outcome outcome = bench.publish(TO_PRODUCTION);

        assertEquals(
                Optional.of("Could not publish revision 17 of routine hello in production: it went wrong (request id"
                        + " 4711). Nothing was changed. Do something."),
                outcome.failure());
        assertEquals(List.of("describe"), bench.account.received());
        assertEquals(List.of(), bench.warnings);
    }

    @Test
    void aVerifyTimeoutOfZeroDoesNotLookAgain() {
        Outcome outcome = bench.publish(RequestFor.revision("17", "production")
                .verifyTimeout(Duration.ZERO)
                .leftBehind(LeftBehind.IGNORE));

        assertEquals(List.of("revision 17 of routine hello in production"), bench.callsAfterTheFirstLook());
        assertEquals(List.of("production: 16, then 17, accepted, not read back"), PublishFixture.places(outcome));
        assertEquals(Optional.empty(), outcome.failure());
    }
}
