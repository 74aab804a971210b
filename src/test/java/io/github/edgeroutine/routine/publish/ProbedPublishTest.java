// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import static io.github.edgeroutine.routine.FakeRoutines.fails;
import static io.github.edgeroutine.routine.FakeRoutines.failsAfter;
import static io.github.edgeroutine.routine.FakeRoutines.failure;
import static io.github.edgeroutine.routine.FakeRoutines.reaches;
import static io.github.edgeroutine.routine.FakeRoutines.truth;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.call.GoalTime;
import io.github.edgeroutine.routine.health.Probe;
import io.github.edgeroutine.routine.health.ProbeResult;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A publish with a probe, which asks only after what was published is there. */
class ProbedPublishTest {

    private static final String FLAW = "Published revision 17 of routine hello in staging, production, but it does not"
            + " work. The probe https://example.com/ failed for 5 s: the status is 502 instead of 200. ";
    private static final String NOT_KNOWN = "What is live now is not known: look at the routine's environments in"
            + " {console}. Publishing the same revision again does no harm.";
    private static final String HINT = " Check {probes}, and what the edge answers.";
    private static final CallFailedException LOST = failure(Reason.UNANSWERED, Effect.UNKNOWN);

    private final PublishFixture bench = new PublishFixture("staging=15", "production=16");
    private final List<Integer> callsBeforeTheProbe = new ArrayList<>();

    @BeforeEach
    void theProbeNeverHolds() {
        answer(Optional.of("the status is 502 instead of 200"));
    }

    @Test
    void aProbeThatHoldsMakesASuccess() {
        answer(Optional.empty());

        Outcome outcome = bench.publish(probed());

        assertEquals(Optional.empty(), outcome.failure());
        assertEquals(
                List.of("staging: 15, then 17, published", "production: 16, then 17, published"),
                PublishFixture.places(outcome));
        assertEquals(List.of(3), callsBeforeTheProbe);
    }

    @Test
    void aProbeThatFailsFailsThePublish() {
        Outcome outcome = bench.publish(probed());

        assertEquals(Optional.of(FLAW + "Now staging runs 17, production runs 17." + HINT), outcome.failure());
        assertEquals(
                List.of("staging: 15, then 17, published", "production: 16, then 17, published"),
                PublishFixture.places(outcome));
        assertEquals(6, callsBeforeTheProbe.size());
    }

    @Test
    void afterAProbeThatFailsTheEarlierRevisionsComeBack() {
        Outcome outcome = bench.publish(probed().restoreOnFailure());

        assertEquals(
                Optional.of(FLAW + "Restored revision 15 of routine hello in staging. Restored revision 16 of routine"
                        + " hello in production. Now staging runs 15, production runs 16." + HINT),
                outcome.failure());
        assertEquals(
                List.of("staging: 15, then 15, restored", "production: 16, then 16, restored"),
                PublishFixture.places(outcome));
    }

    @Test
    void whatWasUpToDateIsNotPutBack() {
        bench.publish(RequestFor.revision("16", "staging", "production")
                .restoreOnFailure()
                .probes(home()));

        assertEquals(
                List.of(
                        "revision 16 of routine hello in staging",
                        "describe",
                        "describe",
                        "revision 15 of routine hello in staging",
                        "describe"),
                bench.callsAfterTheFirstLook());
    }

    @Test
    void theRevisionThatFailedIsNotWhatComesBack() {
        bench.publish(RequestFor.revision("16", "production")
                .force()
                .leftBehind(LeftBehind.IGNORE)
                .restoreOnFailure()
                .probes(home()));

        assertEquals(
                List.of("revision 16 of routine hello in production", "describe", "describe", "describe"),
                bench.callsAfterTheFirstLook());
    }

    @Test
    void aPublishThatIsNotReadBackIsStillProbedAndRestored() {
        Outcome outcome = bench.publish(probed().verifyTimeout(Duration.ZERO).restoreOnFailure());

        assertEquals(
                Optional.of(FLAW + "Restored revision 15 of routine hello in staging. Restored revision 16 of routine"
                        + " hello in production. Now staging runs 15, production runs 16." + HINT),
                outcome.failure());
        assertEquals(2, callsBeforeTheProbe.get(0));
    }

    @Test
    void aStateThatCannotBeReadAfterTheProbeLeavesTheEndUnknown() {
        bench.account.looks(truth(), truth(), fails(LOST));

        Outcome outcome = bench.publish(probed().restoreOnFailure());

        assertEquals(Optional.of(FLAW + NOT_KNOWN), outcome.failure());
        assertEquals(
                List.of(
                        "staging: 15, then 17, accepted, not read back",
                        "production: 16, then 17, accepted, not read back"),
                PublishFixture.places(outcome));
    }

    @Test
    void anUnseenPublishIsProbedAndNeverPutBack() {
        CallFailedException denied = failure(Reason.DENIED, Effect.NONE);
        bench.account.looks(fails(denied), fails(denied), fails(denied));

        Outcome outcome = bench.publish(probed().restoreOnFailure());

        assertEquals(Optional.of(FLAW + NOT_KNOWN), outcome.failure());
        assertEquals(
                List.of("revision 17 of routine hello in staging, production", "describe", "describe"),
                bench.callsAfterTheFirstLook());
    }

    @Test
    void anUnseenPublishThatCanBeSeenAfterTheProbeSaysWhatIsLive() {
        CallFailedException denied = failure(Reason.DENIED, Effect.NONE);
        bench.account.looks(fails(denied), fails(denied));

        assertEquals(
                Optional.of(
                        FLAW + "What ran before is not known, so nothing is restored. Now staging runs 17, production"
                                + " runs 17." + HINT),
                bench.publish(probed().restoreOnFailure()).failure());
    }

    @Test
    void aLostAnswerIsProbedOnceTheRoutineShowsIt() {
        bench.account.writes(failsAfter(LOST, "staging", "production"));

        Outcome outcome = bench.publish(probed());

        assertEquals(Optional.of(FLAW + "Now staging runs 17, production runs 17." + HINT), outcome.failure());
        assertEquals(
                List.of("The attempt to publish revision 17 of routine hello in staging, production was not"
                        + " confirmed: it went wrong (request id 4711). But the routine shows that it is"
                        + " done."),
                bench.warnings);
    }

    @Test
    void whatDidNotArriveIsNotProbed() {
        bench.account.writes(reaches("staging"), failsAfter(LOST, "staging"));

        bench.publish(probed());
        bench.publish(probed());

        assertEquals(List.of(), callsBeforeTheProbe);
    }

    @Test
    void whatIsUpToDateIsProbedTooAndNothingIsPutBack() {
        RequestFor again = RequestFor.revision("17", "staging", "production")
                .restoreOnFailure()
                .probes(home());
        bench.publish(probed());
        int calls = bench.account.received().size();

        Outcome retried = bench.publish(again);

        assertEquals(
                Optional.of("Up to date: revision 17 of routine hello in staging, production, but it does not work. The"
                        + " probe https://example.com/ failed for 5 s: the status is 502 instead of 200. This"
                        + " build published nothing, so nothing is restored." + HINT),
                retried.failure());
        assertEquals(
                List.of("describe"),
                bench.account.received().subList(calls, bench.account.received().size()));
        assertFalse(retried.isUpToDate());
    }

    @Test
    void whatIsUpToDateAndHoldsStaysUpToDate() {
        answer(Optional.empty());

        Outcome outcome = bench.publish(RequestFor.revision("16", "production").probes(home()));

        assertTrue(outcome.isUpToDate());
        assertEquals(
                List.of("Probe https://example.com/ answered 200 as expected."),
                outcome.probes().stream().map(ProbeResult::toString).toList());
        assertEquals(List.of(1), callsBeforeTheProbe);
    }

    @Test
    void aDryRunAndARefusedPublishAreNotProbed() {
        bench.publish(RequestFor.revision("16", "production").probes(home()).dryRun());
        bench.publish(probed().dryRun());
        bench.publish(RequestFor.revision("99", "production").probes(home()));

        assertEquals(List.of(), callsBeforeTheProbe);
    }

    @Test
    void theOutcomeTellsHowEachProbeEnded() {
        Probe shop = new Probe(URI.create("https://example.com/shop"), 404, Optional.empty(), Duration.ofSeconds(5));
        bench.prober = (probe, left) ->
                probe.equals(home()) ? Optional.of("the status is 502 instead of 200") : Optional.empty();

        Outcome outcome = bench.publish(RequestFor.revision("17", "staging", "production")
                .restoreOnFailure()
                .probes(shop, home()));

        assertEquals(
                List.of(
                        "Probe https://example.com/shop answered 404 as expected.",
                        "The probe https://example.com/ failed for 5 s: the status is 502 instead of 200."),
                outcome.probes().stream().map(ProbeResult::toString).toList());
        assertEquals(
                outcome.probes(),
                Outcome.together(List.of(outcome, bench.publish(probed().dryRun())))
                        .probes());
    }

    @Test
    void aProberThatBreaksIsAProbeThatFailsAndIsFollowedByTheRestore() {
        bench.prober = (probe, left) -> {
            throw new StackOverflowError();
        };

        Outcome outcome = bench.publish(probed().restoreOnFailure());

        assertEquals(
                Optional.of(
                        "Published revision 17 of routine hello in staging, production, but it does not work. The probe"
                                + " https://example.com/ failed for 5 s: it could not be sent"
                                + " (StackOverflowError). Restored"
                                + " revision 15 of routine hello in staging. Restored revision 16 of routine"
                                + " hello in production."
                                + " Now staging runs 15, production runs 16." + HINT),
                outcome.failure());
    }

    @Test
    void aProbeThatTakesAllOfTheTimeLeavesEnoughForTheRestore() {
        GoalTime goal = new GoalTime(Duration.ofSeconds(6), Duration.ofSeconds(2), bench.time, bench.time);
        Probe patient = new Probe(URI.create("https://example.com/"), 200, Optional.empty(), Duration.ofSeconds(6));

        Outcome outcome = bench.publisher(goal)
                .publish(RequestFor.revision("17", "staging", "production")
                        .verifyTimeout(Duration.ZERO)
                        .restoreOnFailure()
                        .probes(patient)
                        .request());

        assertEquals(
                Optional.of(
                        "Published revision 17 of routine hello in staging, production, but it does not work. The probe"
                                + " https://example.com/ failed for 4 s (not for 6 s, because {timeout} was"
                                + " over): there was no time left to send it. Restored revision 15 of routine"
                                + " hello in staging. Restored"
                                + " revision 16 of routine hello in production. Now staging runs 15, production"
                                + " runs 16."
                                + HINT),
                outcome.failure());
        assertEquals(Collections.nCopies(4, Duration.ofSeconds(1)), bench.pauses);
    }

    @Test
    void aSilentProbeLeavesEnoughForTheRestore() {
        Duration limit = Duration.ofSeconds(4);
        GoalTime goal = new GoalTime(limit, limit.dividedBy(3), bench.time, bench.time);
        bench.prober = (probe, left) -> {
            bench.time.sleep(left.compareTo(Duration.ofSeconds(5)) < 0 ? left : Duration.ofSeconds(5));
            return Optional.of("no answer came");
        };
        Probe silent = new Probe(URI.create("https://example.com/"), 200, Optional.empty(), Duration.ofSeconds(2));

        Outcome outcome = bench.publisher(goal)
                .publish(RequestFor.revision("17", "staging", "production")
                        .verifyTimeout(Duration.ofSeconds(2))
                        .restoreOnFailure()
                        .probes(silent)
                        .request());

        assertEquals(
                List.of("staging: 15, then 15, restored", "production: 16, then 16, restored"),
                PublishFixture.places(outcome));
        assertFalse(goal.now().isAfter(goal.start().plus(limit)));
    }

    @Test
    void aBuildThatIsStoppedWhileItProbesPutsNothingBack() {
        Outcome outcome = bench.publish(probed().restoreOnFailure(), duration -> {
            throw new InterruptedException();
        });

        assertTrue(Thread.interrupted());
        assertTrue(
                outcome.failure()
                        .orElseThrow()
                        .endsWith(" The build was stopped, so nothing is restored. Now staging runs 17, production runs"
                                + " 17." + HINT),
                outcome.failure().orElseThrow());
    }

    private static RequestFor probed() {
        return RequestFor.revision("17", "staging", "production").probes(home());
    }

    private static Probe home() {
        return new Probe(URI.create("https://example.com/"), 200, Optional.empty(), Duration.ofSeconds(5));
    }

    private void answer(Optional<String> flaw) {
        bench.prober = (probe, left) -> {
            callsBeforeTheProbe.add(bench.account.received().size());
            return flaw;
        };
    }
}
