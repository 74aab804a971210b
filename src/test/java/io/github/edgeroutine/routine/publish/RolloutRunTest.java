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
import io.github.edgeroutine.routine.MadeUpService;
import io.github.edgeroutine.routine.PublishCall;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.health.Probe;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A publish in steps: after each of them a look, a pause and the probes. */
class RolloutRunTest {

    private static final CallFailedException REFUSED = failure(Reason.REFUSED, Effect.NONE);
    private static final CallFailedException LOST = failure(Reason.UNANSWERED, Effect.UNKNOWN);
    private static final String DOWN = "the status is 502 instead of 200";
    private static final String TENTH = "revision 16 (90 %) and 17 (10 %) of routine hello in production";
    private static final String ALL = "revision 17 of routine hello in production";
    private static final Probe HOME =
            new Probe(URI.create("https://example.com/"), 200, Optional.empty(), Duration.ZERO);

    private final PublishFixture bench = splitting("staging=16", "production=16");
    private final RequestFor ramp =
            RequestFor.revision("17", "production").rollout("10 pause 30", "50").probes(HOME);

    @Test
    void everyStepIsAWriteALookAPauseAndTheProbesAndALookBeforeTheNext() {
        bench.prober = (probe, left) -> {
            bench.account.received().add("probe");
            return Optional.empty();
        };

        Outcome outcome = bench.publish(ramp);

        assertEquals(
                List.of(
                        "describe",
                        TENTH,
                        "describe",
                        "29 probes",
                        "describe",
                        "revision 17 (50 %) and 16 (50 %) of routine hello in production",
                        "describe",
                        "5 probes",
                        "describe",
                        ALL,
                        "describe",
                        "1 probes"),
                probesCounted(bench.account.received()));
        assertEquals(List.of(Duration.ofSeconds(30)), bench.pauses);
        assertEquals(Optional.empty(), outcome.failure());
        assertEquals(List.of("production: 16, then 17, published"), PublishFixture.places(outcome));
        assertEquals(1, outcome.probes().size());
        assertEquals(
                List.of(
                        "The rollout of " + ALL + " has finished step 1 of 3. The next step starts in 30 s.",
                        "The rollout of " + ALL + " has finished step 2 of 3."),
                bench.waits);
    }

    @Test
    void stagingGetsEverythingBeforeTheFirstShareAndIsNotWrittenAgain() {
        bench.publish(RequestFor.revision("17", "production", "staging")
                .rollout("10")
                .force()
                .verifyTimeout(Duration.ZERO));

        assertEquals(List.of("revision 17 of routine hello in staging", TENTH, ALL), bench.callsAfterTheFirstLook());
    }

    @Test
    void canaryRegionsCanComeBeforeProductionInOneCallAStep() {
        PublishFixture regions =
                new PublishFixture("staging=16", "production=16", "presetCanaryHunan=16", "presetCanaryLondon=15");

        Outcome outcome = regions.publish(RequestFor.revision("17", "all", "staging")
                .rollout("staging", "presetCanaryHunan presetCanaryLondon pause 60", "all"));

        assertEquals(
                List.of(
                        "revision 17 of routine hello in staging",
                        "describe",
                        "describe",
                        "revision 17 of routine hello in presetCanaryHunan, presetCanaryLondon",
                        "describe",
                        "describe",
                        ALL,
                        "describe"),
                regions.callsAfterTheFirstLook());
        assertEquals(Optional.empty(), outcome.failure());
        assertEquals(List.of(Duration.ofMinutes(1)), regions.pauses);
        assertEquals(List.of(), regions.warnings);
    }

    @Test
    void aProbeThatFailsStopsTheRollout() {
        bench.prober = (probe, left) -> Optional.of(DOWN);

        Outcome outcome = bench.publish(ramp);

        assertEquals(
                Optional.of("The rollout of " + ALL + " stopped after step 1 of 3, because it does not work. The probe"
                        + " https://example.com/ failed for 0 s: the status is 502 instead of 200. Now production"
                        + " runs 16"
                        + " (90 %) and 17 (10 %). Check {probes}, and what the edge answers."),
                outcome.failure());
        assertEquals(
                List.of("production: 16, then 16 (90 %) and 17 (10 %), published in part"),
                PublishFixture.places(outcome));
        assertEquals(List.of(TENTH, "describe", "describe"), bench.callsAfterTheFirstLook());
        assertEquals(1, outcome.probes().size());
    }

    @Test
    void aProbeThatFailsAtTheSecondStepBringsBackWhatRanBeforeTheFirst() {
        List<String> asked = new ArrayList<>();
        bench.prober = (probe, left) -> {
            asked.add("x");
            return Optional.of(DOWN).filter(words -> asked.size() > 30);
        };

        Outcome outcome = bench.publish(ramp.restoreOnFailure());

        assertEquals(
                Optional.of("The rollout of " + ALL + " stopped after step 2 of 3, because it does not work. The probe"
                        + " https://example.com/ was successful at first, but failed when it was repeated (2 of"
                        + " 5), because two revisions share the requests:"
                        + " the status is 502 instead of 200. Restored revision 16 of routine hello in production. Now"
                        + " production runs 16. Check {probes}, and what the edge answers."),
                outcome.failure());
        assertEquals(List.of("production: 16, then 16, restored"), PublishFixture.places(outcome));
    }

    @Test
    void theSharesThatWereThereBeforeComeBack() {
        PublishFixture shared = splitting("production=16:95+17:5");
        shared.account.writes(reaches("production"), failsAfter(REFUSED));

        Outcome outcome = shared.publish(ramp.restoreOnFailure());

        assertEquals(
                Optional.of("Could not publish revision 17 (50 %) and 16 (50 %) of routine hello in production: it went"
                        + " wrong (request id 4711). Restored revision 16 (95 %) and 17 (5 %) of routine hello in"
                        + " production. Now production runs 16 (95 %) and 17 (5 %). Do something."),
                outcome.failure());
    }

    @Test
    void everythingThatTheRunWroteComesBack() {
        PublishFixture regions = new PublishFixture("production=16", "presetCanaryHunan=15");
        regions.account.writes(reaches("presetCanaryHunan"), failsAfter(LOST));

        Outcome outcome = regions.publish(RequestFor.revision("17", "all")
                .rollout("presetCanaryHunan", "production all")
                .restoreOnFailure());

        assertEquals(
                Optional.of("Could not publish " + ALL + ": it went wrong (request id 4711). Restored revision 15 of"
                        + " routine hello in presetCanaryHunan. Now production runs 16, presetCanaryHunan runs 15. Do"
                        + " something."),
                outcome.failure());
    }

    @Test
    void whatSomebodyElsePublishedInThePauseStopsTheRolloutAndIsLeftAlone() {
        Outcome outcome = bench.publish(ramp.restoreOnFailure(), pause -> {
            bench.time.sleep(pause);
            theirs(bench, "production");
        });

        assertEquals(
                Optional.of("The rollout of " + ALL + " stopped before step 2 of 3: production runs 18, not 16 (90 %)"
                        + " and 17 (10 %). Environment production runs 18, which somebody else published: it is"
                        + " not changed."
                        + " There was nothing to restore. Now production runs 18."),
                outcome.failure().map(story -> story.replace("30 s", "")));
        assertTrue(bench.callsAfterTheFirstLook().stream().noneMatch(ALL::equals));
    }

    @Test
    void whatSomebodyElsePublishedWhereTheNextStepWritesStopsTheRollout() {
        PublishFixture regions = new PublishFixture("production=16", "presetCanaryHunan=16");

        Outcome outcome = regions.publish(
                RequestFor.revision("17", "all")
                        .rollout("presetCanaryHunan pause 5", "all")
                        .verifyTimeout(Duration.ofSeconds(1)),
                pause -> {
                    regions.time.sleep(pause);
                    if (pause.equals(Duration.ofSeconds(5))) {
                        theirs(regions, "production");
                    }
                });

        assertEquals(
                Optional.of("The rollout of revision 17 of routine hello in production and every canary stopped before"
                        + " step 2 of 2: production runs 18, not 16. Now production runs 18,"
                        + " presetCanaryHunan runs 17."),
                outcome.failure());
        assertEquals(
                List.of("production: 16, then 18, not published", "presetCanaryHunan: 16, then 17, published"),
                PublishFixture.places(outcome));
    }

    @Test
    void aStateThatCannotBeReadBeforeAStepStopsTheRollout() {
        bench.account.looks(truth(), truth(), fails(LOST), fails(LOST), fails(LOST));

        Outcome outcome = bench.publish(ramp.verifyTimeout(Duration.ofMillis(250)));

        assertEquals(
                Optional.of(
                        "The rollout of " + ALL + " stopped before step 2 of 3: the state of the routine could not be"
                                + " read. What is live now is not known: look at the routine's environments in"
                                + " {console}."
                                + " Publishing the same revision again does no harm."),
                outcome.failure());
        assertEquals(
                List.of("production: 16, then 16 (90 %) and 17 (10 %), accepted, not read back"),
                PublishFixture.places(outcome));
    }

    @Test
    void aLookThatShowsTheStepBeforeLateIsLookedAtAgain() {
        bench.account.looks(truth(), truth(), shows("production=16"));

        assertEquals(Optional.empty(), bench.publish(ramp).failure());
    }

    @Test
    void aBuildThatIsStoppedInAPauseStopsTheRolloutAndPutsNothingBack() {
        Outcome outcome = bench.publish(ramp.restoreOnFailure(), pause -> {
            throw new InterruptedException();
        });

        assertTrue(Thread.interrupted());
        assertEquals(
                Optional.of("The rollout of " + ALL + " stopped after step 1 of 3, because the build was stopped. The"
                        + " build was stopped, so nothing is restored. Now production runs 16 (90 %) and"
                        + " 17 (10 %)."),
                outcome.failure());
    }

    @Test
    void aRolloutThatWasStoppedGoesOnWhereItStands() {
        PublishFixture halfway = splitting("production=17:60+16:40");

        halfway.publish(ramp.verifyTimeout(Duration.ZERO));

        assertEquals(List.of(ALL), halfway.callsAfterTheFirstLook());
    }

    @Test
    void whatRunsAloneAlreadyIsUpToDate() {
        PublishFixture done = splitting("production=17");

        assertTrue(done.publish(ramp).isUpToDate());
        assertEquals(List.of("describe"), done.account.received());
    }

    @Test
    void forceWritesOnceWhatRunsAloneAlready() {
        PublishFixture done = splitting("production=17");

        done.publish(ramp.force().verifyTimeout(Duration.ZERO));

        assertEquals(List.of(ALL), done.callsAfterTheFirstLook());
    }

    @Test
    void theMemoryHearsOfEachStepBeforeItIsWritten() {
        List<String> remembered = new ArrayList<>();
        bench.memory = new RollbackMemory() {
            @Override
            public void beforeWrite(Plan plan, Plan.Stage stage) {
                stage.steps().forEach(step -> remembered.add(step.before() + " -> " + step.wanted()));
            }

            @Override
            public void afterWrite(Outcome outcome) {
                remembered.add("ended");
            }
        };

        bench.publish(RequestFor.revision("17", "production").rollout("10"));

        assertEquals(List.of("16 -> 16 (90 %) and 17 (10 %)", "16 (90 %) and 17 (10 %) -> 17", "ended"), remembered);
    }

    private static PublishFixture splitting(String... places) {
        PublishFixture bench = new PublishFixture(places);
        bench.account.like(MadeUpService.FIXED);
        return bench;
    }

    private static void theirs(PublishFixture bench, String environment) {
        try {
            confirms("18")
                    .carryOut(
                            bench.account,
                            new PublishCall(
                                    new RoutineName("hello"),
                                    new CodeRevision("18"),
                                    List.of(new Environment(environment))));
        } catch (CallFailedException e) {
            throw new AssertionError(e);
        }
    }

    /** Probes in a row as their number. */
    private static List<String> probesCounted(List<String> received) {
        List<String> counted = new ArrayList<>();
        int probes = 0;
        for (String call : received) {
            if (call.equals("probe")) {
                probes++;
                continue;
            }
            if (probes > 0) {
                counted.add(probes + " probes");
                probes = 0;
            }
            counted.add(call);
        }
        counted.add(probes + " probes");
        return counted;
    }
}
