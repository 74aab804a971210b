// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import static io.github.edgeroutine.routine.FakeRoutines.confirms;
import static io.github.edgeroutine.routine.FakeRoutines.fails;
import static io.github.edgeroutine.routine.FakeRoutines.failsAfter;
import static io.github.edgeroutine.routine.FakeRoutines.failure;
import static io.github.edgeroutine.routine.FakeRoutines.reaches;
import static io.github.edgeroutine.routine.FakeRoutines.running;
import static io.github.edgeroutine.routine.FakeRoutines.shows;
import static io.github.edgeroutine.routine.FakeRoutines.truth;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.FakeRoutines.Look;
import io.github.edgeroutine.routine.PublishAnswer;
import io.github.edgeroutine.routine.PublishCall;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.health.Probe;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a build that asked for restoreOnFailure gets. */
class RestorationTest {

    private static final CallFailedException LOST = failure(Reason.UNANSWERED, Effect.UNKNOWN);
    private static final String NOT_KNOWN = "What is live now is not known: look at the routine's environments in"
            + " {console}. Publishing the same revision again does no harm. Do something.";

    private final PublishFixture bench =
            new PublishFixture("staging=15", "production=16", "presetCanaryZhejiang=15", "presetCanaryHongKong=");

    @Test
    void aMixIsPutBackWithOneWriteForEachEarlierRevision() {
        bench.account.writes(failsAfter(LOST, "staging", "presetCanaryZhejiang", "production"));

        Outcome outcome = bench.publish(toAll());

        assertEquals(
                List.of(
                        "revision 17 of routine hello in staging, production, presetCanaryZhejiang,"
                                + " presetCanaryHongKong",
                        "describe",
                        "revision 15 of routine hello in staging, presetCanaryZhejiang",
                        "describe",
                        "revision 16 of routine hello in production",
                        "describe"),
                bench.callsAfterTheFirstLook());
        assertEquals(
                story("Restored revision 15 of routine hello in staging, presetCanaryZhejiang. Restored revision 16 of"
                        + " routine hello in production. Now staging runs 15, production runs 16, presetCanaryZhejiang"
                        + " runs 15, presetCanaryHongKong runs nothing. Do something."),
                outcome.failure());
        assertEquals(
                List.of(
                        "staging: 15, then 15, restored",
                        "production: 16, then 16, restored",
                        "presetCanaryZhejiang: 15, then 15, restored",
                        "presetCanaryHongKong: -, then -, not published"),
                PublishFixture.places(outcome));
    }

    /** Somebody else has published to one environment of the second call. */
    @Test
    void whatSomebodyElsePublishesDuringTheFirstCallIsLeftOutOfTheSecond() {
        PublishFixture mix =
                new PublishFixture("staging=15", "production=16", "presetCanaryZhejiang=16", "presetCanaryHongKong=15");
        mix.account.writes(failsAfter(LOST, "staging", "production", "presetCanaryZhejiang"), (account, ours) -> {
            reaches("production").carryOut(account, theirs());
            return reaches("staging").carryOut(account, ours);
        });

        Outcome outcome = mix.publish(toAll());

        assertEquals(
                story("Restored revision 15 of routine hello in staging. Environment production runs 18, which"
                        + " somebody else"
                        + " published: it is not changed. Restored revision 16 of routine hello in"
                        + " presetCanaryZhejiang. Now staging"
                        + " runs 15, production runs 18, presetCanaryZhejiang runs 16,"
                        + " presetCanaryHongKong runs 15. Do something."),
                outcome.failure());
    }

    @Test
    void anEnvironmentThatDoesNotShowWhatWasPutBackIsNotRestored() {
        bench.account.writes(failsAfter(LOST, "staging", "production"), reaches(), reaches());

        assertEquals(
                List.of(
                        "staging: 15, then 17, published",
                        "production: 16, then 17, published",
                        "presetCanaryZhejiang: 15, then 15, not published",
                        "presetCanaryHongKong: -, then -, not published"),
                PublishFixture.places(bench.publish(toAll())));
    }

    private static PublishCall theirs() {
        return new PublishCall(
                new RoutineName("hello"), new CodeRevision("18"), List.of(new Environment("production")));
    }

    @Test
    void sharedTrafficComesBackWithItsShares() {
        PublishFixture shared = new PublishFixture("staging=16", "production=16:90+15:10");
        shared.account.writes(failsAfter(LOST, "production"));

        Outcome outcome = shared.publish(
                RequestFor.revision("17", "staging", "production").restoreOnFailure());

        assertEquals(
                "revision 16 (90 %) and 15 (10 %) of routine hello in production",
                shared.callsAfterTheFirstLook().get(2));
        assertEquals(
                List.of(
                        "staging: 16, then 16, not published",
                        "production: 16 (90 %) and 15 (10 %), then 16 (90 %) and 15 (10 %), restored"),
                PublishFixture.places(outcome));
    }

    @Test
    void sharesThatSomebodyElseChangedAreLeftAlone() {
        PublishFixture shared = new PublishFixture("staging=16", "production=16:90+15:10");
        shared.account
                .looks(truth(), shows("staging=17", "production=16:50+15:50"))
                .writes(failsAfter(LOST, "staging"));

        String failure = shared.publish(
                        RequestFor.revision("17", "staging", "production").restoreOnFailure())
                .failure()
                .orElseThrow();

        assertTrue(
                failure.contains("Environment production runs 16 (50 %) and 15 (50 %), which somebody else"
                        + " published: it is not changed. Restored revision 16 of routine hello in staging."),
                failure);
    }

    @Test
    void ofAnEnvironmentThatWasNotShownBeforeNobodySaysThatSomebodyElsePublished() {
        bench.account.looks(shows("staging=15", "production=?")).writes(failsAfter(LOST, "staging"));

        Outcome outcome =
                bench.publish(RequestFor.revision("17", "staging", "production").restoreOnFailure());

        assertEquals(
                Optional.of("Could not publish revision 17 of routine hello in staging, production: it went wrong"
                        + " (request id 4711). Restored revision 15 of routine hello in staging. Now staging runs 15,"
                        + " production runs 16. Do something."),
                outcome.failure());
    }

    @Test
    void whatKeptItsRevisionIsNotWritten() {
        bench.account.writes(failsAfter(LOST, "production"));

        bench.publish(toAll());

        assertEquals(
                "revision 16 of routine hello in production",
                bench.callsAfterTheFirstLook().get(2));
        assertEquals(4, bench.callsAfterTheFirstLook().size());
    }

    @Test
    void whatWasUpToDateIsNotWritten() {
        bench.account.writes(failsAfter(LOST, "production"));

        bench.publish(RequestFor.revision("15", "staging", "production", "presetCanaryHongKong")
                .leftBehind(LeftBehind.IGNORE)
                .restoreOnFailure());

        assertEquals(
                List.of(
                        "revision 15 of routine hello in production, presetCanaryHongKong",
                        "describe",
                        "revision 16 of routine hello in production",
                        "describe"),
                bench.callsAfterTheFirstLook());
    }

    @Test
    void whereNothingChangedThereIsNothingToRestore() {
        bench.account.writes(failsAfter(LOST));

        Outcome outcome = bench.publish(toAll());

        assertEquals(
                story("There was nothing to restore. Now staging runs 15, production runs 16, presetCanaryZhejiang runs"
                        + " 15, presetCanaryHongKong runs nothing. Do something."),
                outcome.failure());
        assertEquals(
                1,
                bench.account.received().stream()
                        .filter(call -> call.startsWith("revision"))
                        .count());
    }

    @Test
    void whatRanNothingBeforeKeepsTheNewRevision() {
        bench.account.writes(failsAfter(LOST, "presetCanaryHongKong"));

        assertEquals(
                story("No committed revision ran in presetCanaryHongKong before, so nothing can be restored"
                        + " there. Now staging runs 15,"
                        + " production runs 16, presetCanaryZhejiang runs 15, presetCanaryHongKong runs 17. Do"
                        + " something."),
                bench.publish(toAll()).failure());
    }

    @Test
    void aRestoreAndAFirstRevisionAreBothTold() {
        bench.account.writes(failsAfter(LOST, "production", "presetCanaryHongKong"));

        assertEquals(
                story("Restored revision 16 of routine hello in production. No committed revision ran in"
                        + " presetCanaryHongKong before, so nothing can be restored there. Now staging"
                        + " runs 15, production runs 16, presetCanaryZhejiang"
                        + " runs 15, presetCanaryHongKong runs 17. Do something."),
                bench.publish(toAll()).failure());
    }

    @Test
    void aFailedRestoreIsReportedAndTheOthersAreStillTried() {
        bench.account.writes(
                failsAfter(LOST, "staging", "production"),
                failsAfter(new CallFailedException("Throttling (request id 9)", Reason.REFUSED, Effect.NONE, "Wait.")));

        assertEquals(
                story("Could not restore revision 15 of routine hello in staging: Throttling (request id 9). Restored"
                        + " revision 16 of routine hello in production. Now staging runs 17, production runs 16,"
                        + " presetCanaryZhejiang runs 15, presetCanaryHongKong runs nothing. Do something."),
                bench.publish(toAll()).failure());
    }

    @Test
    void aRestoreThatCannotBeSeenLeavesTheEndUnknown() {
        bench.account.writes(failsAfter(LOST, "production")).looks(truth(), truth(), fails(LOST));

        Outcome outcome = bench.publish(toAll());

        assertEquals(story("Restored revision 16 of routine hello in production. " + NOT_KNOWN), outcome.failure());
        assertEquals(
                "production: 16, then -, not known",
                PublishFixture.places(outcome).get(1));
    }

    @Test
    void nothingIsRestoredWhereTheMixCannotBeSeen() {
        bench.account.writes(failsAfter(LOST, "production")).looks(truth(), fails(LOST));

        assertEquals(story(NOT_KNOWN), bench.publish(toAll()).failure());
        assertEquals(2, bench.callsAfterTheFirstLook().size());
    }

    @Test
    void anAcceptedPublishThatShowsOnlyInPartIsRestoredToo() {
        bench.account.writes(reaches("production"));

        assertEquals(
                Optional.of("The service accepted revision 17 of routine hello in production and every canary,"
                        + " staging, but the routine did not show it everywhere within 30 s. Restored revision 15"
                        + " of routine"
                        + " hello in staging, presetCanaryZhejiang. Restored revision 16 of routine hello in"
                        + " production."
                        + " No committed revision ran in presetCanaryHongKong before, so nothing can be restored"
                        + " there. Now"
                        + " staging runs 15, production runs 16, presetCanaryZhejiang runs 15,"
                        + " presetCanaryHongKong runs"
                        + " nothing. Publish again, or raise {verifyTimeout}"
                        + " if the routine only needs more time."),
                bench.publish(toAll()).failure());
    }

    @Test
    void anotherRevisionThanTheOneAskedForIsPutBack() {
        bench.account.writes(confirms("18"));

        Outcome outcome = bench.publish(RequestFor.revision("17", "production")
                .leftBehind(LeftBehind.IGNORE)
                .restoreOnFailure());

        assertEquals(List.of("production: 16, then 16, restored"), PublishFixture.places(outcome));
    }

    @Test
    void whatSomebodyElsePublishedIsLeftAloneAndTheRestIsPutBack() {
        bench.account.writes((account, publication) -> {
            reaches("staging", "production", "presetCanaryZhejiang").carryOut(account, publication);
            theirs("production");
            return new PublishAnswer("A513734D", Optional.empty());
        });

        Outcome outcome = bench.publish(toAll());

        assertEquals(
                Optional.of("The service accepted revision 17 of routine hello in production and every canary,"
                        + " staging, but the routine did not show it everywhere within 30 s. Environment"
                        + " production runs 18, which"
                        + " somebody else published: it is not changed. Restored revision 15 of routine hello in"
                        + " staging,"
                        + " presetCanaryZhejiang. No committed revision ran in presetCanaryHongKong before, so"
                        + " nothing can be restored there. Now staging runs 15, production runs 18,"
                        + " presetCanaryZhejiang runs 15,"
                        + " presetCanaryHongKong runs nothing. Publish again, or raise {verifyTimeout}"
                        + " if the routine only needs more time."),
                outcome.failure());
    }

    @Test
    void whatSomebodyElsePublishedWhileAProbeFailedIsLeftAlone() {
        bench.prober = (probe, left) -> {
            theirs("production");
            return Optional.of("the status is 502 instead of 200");
        };

        Outcome outcome = bench.publish(RequestFor.revision("17", "staging", "production")
                .leftBehind(LeftBehind.IGNORE)
                .restoreOnFailure()
                .probes(new Probe(URI.create("https://example.com/"), 200, Optional.empty(), Duration.ZERO)));

        assertEquals(
                Optional.of(
                        "Published revision 17 of routine hello in staging, production, but it does not work. The probe"
                                + " https://example.com/ failed for 0 s: the status is 502 instead of 200."
                                + " Environment production"
                                + " runs 18, which somebody else published: it is not changed. Restored revision"
                                + " 15 of routine hello in"
                                + " staging. Now staging runs 15, production runs 18. Check {probes}, and what"
                                + " the edge answers."),
                outcome.failure());
    }

    @Test
    void whatIsGoneIsLeftAlone() {
        bench.account.looks(truth(), shows("staging=17"), shows("staging=17"));

        Outcome outcome = bench.publish(RequestFor.revision("17", "staging", "production")
                .leftBehind(LeftBehind.IGNORE)
                .verifyTimeout(Duration.ofMillis(250))
                .restoreOnFailure());

        assertTrue(
                outcome.failure()
                        .orElseThrow()
                        .contains("Environment production runs nothing any more: it is not changed. Restored"
                                + " revision 15 of routine"
                                + " hello in staging. Now "),
                outcome.failure().orElseThrow());
    }

    @Test
    void whatSomebodyElsePublishedDuringTheRestoreIsNotOverwritten() {
        bench.account.writes(failsAfter(LOST, "production"), (account, publication) -> {
            theirs("production");
            throw LOST.passing();
        });

        Outcome outcome = bench.publish(toAll());

        assertTrue(
                outcome.failure()
                        .orElseThrow()
                        .contains("Could not restore revision 16 of routine hello in production: it went wrong"
                                + " (request id"
                                + " 4711). Now staging runs 15, production runs 18,"),
                outcome.failure().orElseThrow());
    }

    @Test
    void aRestoreWhoseAnswerIsLostIsOneIfItIsLive() {
        bench.account.writes(failsAfter(LOST, "production"), failsAfter(LOST, "production"));

        assertTrue(bench.publish(toAll())
                .failure()
                .orElseThrow()
                .contains("Restored revision 16 of routine hello in production. Now "));
    }

    private void theirs(String environment) {
        try {
            confirms("18").carryOut(bench.account, publication(environment));
        } catch (CallFailedException e) {
            throw new AssertionError(e);
        }
    }

    private static PublishCall publication(String environment) {
        return new PublishCall(new RoutineName("hello"), new CodeRevision("18"), List.of(new Environment(environment)));
    }

    @Test
    void aSuccessIsNotTouched() {
        bench.publish(toAll());

        assertEquals(2, bench.callsAfterTheFirstLook().size());
    }

    @Test
    void aPublishThatReachedEverythingIsNotRestored() {
        bench.account.writes(failsAfter(failure(Reason.GENERAL, Effect.UNKNOWN), "staging", "production"));

        Outcome outcome = bench.publish(RequestFor.revision("17", "staging", "production")
                .leftBehind(LeftBehind.IGNORE)
                .restoreOnFailure());

        assertEquals(
                List.of("staging: 15, then 17, published", "production: 16, then 17, published"),
                PublishFixture.places(outcome));
    }

    @Test
    void aRestoreMakesNoMixOfWhatOnlyShowsLate() throws CallFailedException {
        Look late = shows("staging=17", "production=16");
        bench.account.looks(truth(), late, late);

        bench.publish(RequestFor.revision("17", "staging", "production")
                .leftBehind(LeftBehind.IGNORE)
                .verifyTimeout(Duration.ofMillis(250))
                .restoreOnFailure());

        assertEquals(
                running("staging=15", "production=16", "presetCanaryZhejiang=15", "presetCanaryHongKong="),
                bench.account.client().describe(new RoutineName("hello")));
    }

    @Test
    void aRestoreThatIsConfirmedForAnotherRevisionHasFailed() {
        bench.account.writes(failsAfter(LOST, "production"), confirms("18"));

        String failure = bench.publish(toAll()).failure().orElseThrow();

        assertFalse(failure.contains("Restored revision 16"), failure);
    }

    private static RequestFor toAll() {
        return RequestFor.revision("17", "all", "staging").restoreOnFailure();
    }

    private static Optional<String> story(String end) {
        return Optional.of("Could not publish revision 17 of routine hello in production and every canary, staging: it"
                + " went wrong (request id 4711). " + end);
    }
}
