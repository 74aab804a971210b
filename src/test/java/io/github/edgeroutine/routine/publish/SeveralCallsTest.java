// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import static io.github.edgeroutine.routine.FakeRoutines.confirms;
import static io.github.edgeroutine.routine.FakeRoutines.fails;
import static io.github.edgeroutine.routine.FakeRoutines.failsAfter;
import static io.github.edgeroutine.routine.FakeRoutines.failure;
import static io.github.edgeroutine.routine.FakeRoutines.reaches;
import static io.github.edgeroutine.routine.FakeRoutines.shows;
import static io.github.edgeroutine.routine.FakeRoutines.truth;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.FakeRoutines.Look;
import io.github.edgeroutine.routine.FakeRoutines.Write;
import io.github.edgeroutine.routine.MadeUpService;
import io.github.edgeroutine.routine.PublishAnswer;
import io.github.edgeroutine.routine.PublishCall;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.health.Probe;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the service takes one environment a call. */
class SeveralCallsTest {

    private static final CallFailedException LOST = failure(Reason.UNANSWERED, Effect.UNKNOWN);
    private static final CallFailedException REFUSED = failure(Reason.REFUSED, Effect.NONE);
    private static final CallFailedException NOT_SENT = failure(Reason.REFUSED, Effect.NOT_SENT);
    private static final String NOT_KNOWN = "What is live now is not known: look at the routine's environments in"
            + " {console}. Publishing the same revision again does no harm.";
    private static final String STAGING = "revision 17 of routine hello in staging";
    private static final String PRODUCTION = "revision 17 of routine hello in production";
    private static final String FAILED = "Could not publish " + PRODUCTION + ": it went wrong (request id 4711). ";

    private final PublishFixture bench = new PublishFixture("production=16", "staging=15");
    private final RequestFor request = RequestFor.revision("17", "production", "staging");

    @BeforeEach
    void takesOneEnvironmentACall() {
        bench.account.like(MadeUpService.FIXED);
    }

    @Test
    void eachEnvironmentIsOneWriteAndOneLookInTheOrderOfTheService() {
        Outcome outcome = bench.publish(request);

        assertEquals(List.of(STAGING, "describe", PRODUCTION, "describe"), bench.callsAfterTheFirstLook());
        assertEquals(Optional.empty(), outcome.failure());
        assertEquals(
                List.of("production: 16, then 17, published", "staging: 15, then 17, published"),
                PublishFixture.places(outcome));
    }

    /** A goal waits thirty seconds in all, whether the service takes one call or two for it. */
    @Test
    void theLooksAtBothCallsShareOneTimeout() {
        looksShow(1, "production=16", "staging=15");
        looksShow(6, "production=16", "staging=15");
        looksShow(2, "production=16", "staging=17");
        looksShow(20, "production=16", "staging=17");

        Outcome outcome = bench.publish(request);

        assertTrue(outcome.failure().orElseThrow().contains("within 30 s"));
        // And the pause before the look that must agree.
        assertEquals(Duration.ofMillis(30_250), bench.pauses.stream().reduce(Duration.ZERO, Duration::plus));
    }

    private void looksShow(int looks, String... places) {
        bench.account.looks(Collections.nCopies(looks, shows(places)).toArray(Look[]::new));
    }

    @Test
    void allIsRememberedBeforeTheFirstWrite() {
        List<String> remembered = new ArrayList<>();
        bench.memory = new RollbackMemory() {
            @Override
            public void beforeWrite(Plan plan, Plan.Stage stage) {
                stage.steps()
                        .forEach(step -> remembered.add(step.environment() + " after " + bench.account.received()));
            }

            @Override
            public void afterWrite(Outcome outcome) {
                remembered.add("ended");
            }
        };

        bench.publish(request);

        assertEquals(List.of("production after [describe]", "staging after [describe]", "ended"), remembered);
    }

    @Test
    void afterAFailureNothingElseIsTried() {
        bench.account.writes(failsAfter(REFUSED));

        Outcome outcome = bench.publish(request);

        assertEquals(List.of(STAGING, "describe"), bench.callsAfterTheFirstLook());
        assertEquals(
                Optional.of("Could not publish " + STAGING
                        + ": it went wrong (request id 4711). Nothing was changed. Do something."),
                outcome.failure());
        assertEquals(
                List.of("production: 16, then 16, not published", "staging: 15, then 15, not published"),
                PublishFixture.places(outcome));
    }

    @Test
    void aFailureOfTheSecondTellsThatTheFirstIsLive() {
        for (CallFailedException failure : List.of(REFUSED, LOST, NOT_SENT)) {
            PublishFixture other = new PublishFixture("production=16", "staging=15");
            other.account.like(MadeUpService.FIXED).writes(reaches("staging"), failsAfter(failure));

            Outcome outcome = other.publish(request);

            assertEquals(
                    Optional.of(FAILED + "Now production runs 16, staging runs 17. Do something."), outcome.failure());
            assertEquals(
                    List.of("production: 16, then 16, not published", "staging: 15, then 17, published"),
                    PublishFixture.places(outcome));
        }
    }

    @Test
    void theFirstIsPutBackIfTheSecondFails() {
        bench.account.writes(reaches("staging"), failsAfter(REFUSED));

        Outcome outcome = bench.publish(request.restoreOnFailure());

        assertEquals(
                Optional.of(FAILED + "Restored revision 15 of routine hello in staging. Now production runs 16, staging"
                        + " runs 15. Do something."),
                outcome.failure());
        assertEquals(
                List.of("production: 16, then 16, not published", "staging: 15, then 15, restored"),
                PublishFixture.places(outcome));
    }

    @Test
    void theSecondIsLeftAloneIfSomebodyElseHasPublishedThereDuringTheFirst() {
        String stopped = "The publish of revision 17 of routine hello in production, staging stopped before production:"
                + " production runs 18, not 16. ";
        bench.account.writes(SeveralCallsTest::anotherPublishesToProduction);
        PublishFixture restoring = new PublishFixture("production=16", "staging=15");
        restoring.account.like(MadeUpService.FIXED).writes(SeveralCallsTest::anotherPublishesToProduction);

        Outcome outcome = bench.publish(request);

        assertEquals(Optional.of(stopped + "Now production runs 18, staging runs 17."), outcome.failure());
        assertEquals(
                List.of("production: 16, then 18, not published", "staging: 15, then 17, published"),
                PublishFixture.places(outcome));
        assertEquals(
                Optional.of(stopped
                        + "Restored revision 15 of routine hello in staging. Now production runs 18, staging runs 15."),
                restoring.publish(request.restoreOnFailure()).failure());
    }

    private static PublishAnswer anotherPublishesToProduction(FakeRoutines account, PublishCall ours)
            throws CallFailedException {
        PublishCall theirs =
                new PublishCall(ours.routine(), new CodeRevision("18"), List.of(new Environment("production")));
        reaches("production").carryOut(account, theirs);
        return reaches("staging").carryOut(account, ours);
    }

    @Test
    void eachRestoredEnvironmentIsASeparateCall() {
        PublishFixture same = new PublishFixture("production=16", "staging=16");
        same.account.like(MadeUpService.FIXED);
        same.prober = (probe, left) -> Optional.of("the status is 502 instead of 200");

        same.publish(request.restoreOnFailure().probes(probe()));

        assertEquals(
                List.of(
                        STAGING,
                        "describe",
                        PRODUCTION,
                        "describe",
                        "describe",
                        "revision 16 of routine hello in staging",
                        "describe",
                        "revision 16 of routine hello in production",
                        "describe"),
                same.callsAfterTheFirstLook());
    }

    @Test
    void whatSomebodyElsePublishesDuringTheFirstCallBackIsLeftAlone() {
        bench.prober = (probe, left) -> Optional.of("the status is 502 instead of 200");
        bench.account.writes(reaches("staging"), reaches("production"), SeveralCallsTest::anotherPublishesToProduction);

        Outcome outcome = bench.publish(request.restoreOnFailure().probes(probe()));

        assertEquals(
                Optional.of(
                        "Published revision 17 of routine hello in production, staging, but it does not work. The probe"
                                + " https://example.com/ failed for 0 s: the status is 502 instead of 200."
                                + " Restored revision 15 of"
                                + " routine hello in staging. Environment production runs 18, which somebody else"
                                + " published: it is not changed. Now production runs 18, staging runs 15. Check"
                                + " {probes}, and what the edge answers."),
                outcome.failure());
        assertEquals(
                List.of("revision 15 of routine hello in staging", "describe", "describe"),
                bench.callsAfterTheFirstLook().subList(5, 8));
    }

    /** Nobody could tell whether the second one is still ours. */
    @Test
    void theSecondDoesNotComeBackIfNobodyCanLookAfterTheFirst() {
        bench.prober = (probe, left) -> Optional.of("the status is 502 instead of 200");
        bench.account.looks(truth(), truth(), truth(), truth(), fails(LOST));

        Outcome outcome = bench.publish(request.restoreOnFailure().probes(probe()));

        assertEquals(
                Optional.of(
                        "Published revision 17 of routine hello in production, staging, but it does not work. The probe"
                                + " https://example.com/ failed for 0 s: the status is 502 instead of 200."
                                + " Restored revision 15 of"
                                + " routine hello in staging. Could not restore revision 16 of routine hello in"
                                + " production: it went"
                                + " wrong (request id 4711). Now production runs 17, staging runs 15. Check"
                                + " {probes}, and what the edge answers."),
                outcome.failure());
    }

    @Test
    void ofAnUnknownFirstOneTheSecondIsNotPublished() {
        bench.account.writes(failsAfter(LOST)).looks(truth(), fails(LOST));

        Outcome outcome = bench.publish(request);

        assertEquals(
                Optional.of("Could not publish " + STAGING + ": it went wrong (request id 4711). " + NOT_KNOWN
                        + " Do something."),
                outcome.failure());
        assertEquals(
                List.of("production: 16, then 16, not published", "staging: 15, then -, not known"),
                PublishFixture.places(outcome));
    }

    @Test
    void aLostAnswerOfTheSecondIsASuccessIfBothShow() {
        bench.account.writes(reaches("staging"), failsAfter(LOST, "production"));

        Outcome outcome = bench.publish(request);

        assertEquals(Optional.empty(), outcome.failure());
        assertEquals(List.of(STAGING, "describe", PRODUCTION, "describe"), bench.callsAfterTheFirstLook());
    }

    /** The look after the second write is a look at both. */
    @Test
    void theFirstThatIsLostAgainIsAFailure() {
        Write overtaken = (account, publication) -> {
            theirsInStaging(account);
            return reaches("production").carryOut(account, publication);
        };
        bench.account.writes(reaches("staging"), overtaken);

        Outcome outcome = bench.publish(request.restoreOnFailure());

        assertEquals(
                Optional.of("The service accepted " + PRODUCTION + ", but the routine did not show it everywhere"
                        + " within 30 s. Environment staging runs 18, which somebody else published: it is not"
                        + " changed. Restored"
                        + " revision 16 of routine hello in production. Now production runs 16, staging runs 18."
                        + " Publish"
                        + " again, or raise {verifyTimeout} if the routine only needs more time."),
                outcome.failure());
    }

    /** The look that replaces the answer proves the second alone. */
    @Test
    void aLostSecondAnswerIsAFailureIfTheFirstPublishWasReplaced() {
        Write overtaken = (account, publication) -> {
            theirsInStaging(account);
            return failsAfter(LOST, "production").carryOut(account, publication);
        };
        bench.account.writes(reaches("staging"), overtaken);

        Outcome outcome = bench.publish(request);

        assertEquals(
                Optional.of("The service accepted " + PRODUCTION + ", but the routine did not show it everywhere"
                        + " within 30 s. Environment staging runs 18, which somebody else published. Now"
                        + " production runs 17,"
                        + " staging runs 18. Publish again, or raise {verifyTimeout} if the routine only needs"
                        + " more time."),
                outcome.failure());
    }

    private static void theirsInStaging(FakeRoutines account) throws CallFailedException {
        confirms("18")
                .carryOut(
                        account,
                        new PublishCall(
                                new RoutineName("hello"), new CodeRevision("18"), List.of(new Environment("staging"))));
    }

    @Test
    void withoutALookBothAreAccepted() {
        Outcome outcome = bench.publish(request.verifyTimeout(Duration.ZERO));

        assertEquals(List.of(STAGING, PRODUCTION), bench.callsAfterTheFirstLook());
        assertEquals(
                List.of(
                        "production: 16, then 17, accepted, not read back",
                        "staging: 15, then 17, accepted, not read back"),
                PublishFixture.places(outcome));
    }

    @Test
    void whatCannotBeReadAfterTheFirstIsAFailureBeforeTheSecond() {
        bench.account.looks(truth(), fails(LOST), fails(LOST), fails(LOST), fails(LOST));

        Outcome outcome = bench.publish(request.verifyTimeout(Duration.ofMillis(250)));

        assertEquals(
                Optional.of("The service accepted " + STAGING + ", but the state of the routine could not be read"
                        + " within 0 s. " + NOT_KNOWN),
                outcome.failure());
        assertEquals(
                List.of("production: 16, then 16, not published", "staging: 15, then 17, accepted, not read back"),
                PublishFixture.places(outcome));
    }

    @Test
    void whatIsAcceptedAndShowsLateComesBackIfTheSecondFails() {
        bench.account
                .looks(truth(), shows("production=16", "staging=15"))
                .writes(reaches("staging"), failsAfter(REFUSED));

        Outcome outcome = bench.publish(request.restoreOnFailure().verifyTimeout(Duration.ZERO));

        assertEquals(
                "revision 15 of routine hello in staging",
                bench.callsAfterTheFirstLook().get(3));
        assertEquals(
                List.of("production: 16, then 16, not published", "staging: 15, then 15, restored"),
                PublishFixture.places(outcome));
    }

    @Test
    void anotherRevisionThanTheOneAskedForIsPutBackWhereItWasConfirmed() {
        bench.account.writes(reaches("staging"), confirms("18"));

        Outcome outcome = bench.publish(request.restoreOnFailure());

        assertEquals(
                List.of("production: 16, then 16, restored", "staging: 15, then 15, restored"),
                PublishFixture.places(outcome));
    }

    @Test
    void withForceBothAreWrittenAndARefusalOfTheSecondLeavesTheFirst() {
        PublishFixture running = new PublishFixture("production=17", "staging=17");
        running.account.like(MadeUpService.FIXED).writes(reaches("staging"), failsAfter(REFUSED));

        Outcome outcome = running.publish(request.force().restoreOnFailure());

        assertEquals(List.of(STAGING, "describe", PRODUCTION, "describe"), running.callsAfterTheFirstLook());
        assertEquals(Optional.of(FAILED + "Now production runs 17, staging runs 17. Do something."), outcome.failure());
    }

    private static Probe probe() {
        return new Probe(URI.create("https://example.com/"), 200, Optional.empty(), Duration.ZERO);
    }
}
