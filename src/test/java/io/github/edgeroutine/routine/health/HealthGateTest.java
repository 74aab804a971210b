// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.routine.call.GoalTime;
import io.github.edgeroutine.routine.call.Pause;
import io.github.edgeroutine.routine.call.PausedTime;
import io.github.edgeroutine.routine.publish.PublishFixture;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A probe is repeated every second until it succeeds or its time is over. */
class HealthGateTest {

    private static final Probe HOME = probe("https://example.com/", 3);
    private static final Probe SHOP = probe("https://example.com/shop", 2);
    private static final String DOWN = "the status is 502 instead of 200";

    private final PausedTime time = new PausedTime();
    private final List<String> asked = new ArrayList<>();
    private final PublishFixture heard = new PublishFixture();

    @Test
    void aProbeThatHoldsAtOnceIsPutOnce() {
        assertEquals(Optional.empty(), flaw(answers(0), HOME));
        assertEquals(List.of("https://example.com/"), asked);
        assertEquals(List.of(), time.pauses);
    }

    @Test
    void aProbeMayHoldAtTheThirdTry() {
        assertEquals(Optional.empty(), flaw(answers(2), HOME));
        assertEquals(Collections.nCopies(2, Duration.ofSeconds(1)), time.pauses);
    }

    @Test
    void aProbeIsRepeatedOnceWhenItsTimeIsOver() {
        assertEquals(Optional.empty(), flaw(answers(3), HOME));
    }

    @Test
    void aProbeThatNeverSucceedsFailsWhenItsTimeIsOver() {
        assertEquals(
                Optional.of("The probe https://example.com/ failed for 3 s: the status is 502 instead of 200."),
                flaw(answers(100), HOME));
        assertEquals(4, asked.size());
    }

    @Test
    void theWaitIsReportedEveryTenSeconds() {
        flaw(answers(100), probe("https://example.com/", 15));

        assertEquals(
                List.of(
                        "Probe https://example.com/ not ready: the status is 502 instead of 200. Trying again"
                                + " for 15 s.",
                        "Probe https://example.com/ not ready: the status is 502 instead of 200. Trying again for 5"
                                + " s."),
                heard.waits);
    }

    @Test
    void noProbeOutlivesTheTimeOfTheGoal() {
        GoalTime two = new GoalTime(Duration.ofSeconds(2), time, time);

        new HealthGate(answers(100), two, heard).ask(List.of(probe("https://example.com/", 15)), 100);

        assertEquals(Collections.nCopies(2, Duration.ofSeconds(1)), time.pauses);
    }

    @Test
    void theLastFlawIsReported() {
        Queue<String> flaws = new ArrayDeque<>(List.of("the first", "the second", "the third"));

        assertEquals(
                Optional.of("The probe https://example.com/shop failed for 2 s: the third."),
                flaw(Flaws.of((probe, left) -> Optional.of(flaws.remove())), SHOP));
    }

    @Test
    void aProbeWithoutTimeIsPutOnce() {
        assertEquals(
                Optional.of("The probe https://example.com/ failed for 0 s: the status is 502 instead of 200."),
                flaw(answers(100), probe("https://example.com/", 0)));
        assertEquals(List.of(), time.pauses);
    }

    @Test
    void aProbeGetsTheTimeThatIsLeftOfTheGoal() {
        List<Duration> told = new ArrayList<>();

        flaw(
                Flaws.of((probe, left) -> {
                    told.add(left);
                    return Optional.of(DOWN);
                }),
                probe("https://example.com/", 2));

        assertEquals(
                List.of(3600, 3599, 3598),
                told.stream().map(left -> (int) left.toSeconds()).toList());
    }

    @Test
    void everyProbeHasItsOwnTime() {
        Prober prober = Flaws.of((probe, left) -> {
            asked.add(probe.url().toString());
            return Optional.of(DOWN).filter(words -> asked.size() <= 3 || asked.size() == 5);
        });

        assertEquals(Optional.empty(), flaw(prober, HOME, SHOP));
        assertEquals(List.of("https://example.com/shop", "https://example.com/shop"), asked.subList(4, asked.size()));
    }

    @Test
    void afterAProbeThatFailedNoOtherIsPut() {
        assertTrue(
                flaw(answers(100), SHOP, HOME).orElseThrow().startsWith("The probe https://example.com/shop failed"));
        assertEquals(
                List.of("https://example.com/shop"), asked.stream().distinct().toList());
    }

    /** In the failure, and in what is said while it waits. */
    @Test
    void theQueryOfAProbeIsNeverPrinted() {
        String failure = flaw(answers(100), probe("https://example.com/health?token=s3cret#s3cret", 2))
                .orElseThrow();

        assertTrue(failure.startsWith("The probe https://example.com/health failed for 2 s: "), failure);
        assertTrue(
                heard.waits.toString().contains("Probe https://example.com/health not ready"), heard.waits::toString);
        assertFalse(heard.waits.toString().contains("s3cret"), heard.waits::toString);
    }

    @Test
    void aProbeForWhichNoTimeIsLeftIsNotPut() {
        GoalTime none = new GoalTime(Duration.ofSeconds(2), Duration.ofSeconds(2), time, time);

        assertEquals(
                Optional.of("The probe https://example.com/ failed for 0 s (not for 3 s, because {timeout} was"
                        + " over): there was no time left to send it."),
                new HealthGate(answers(0), none, heard)
                        .ask(List.of(HOME), 100)
                        .get(0)
                        .flaw());
        assertEquals(List.of(), asked);
    }

    @Test
    void aSuccessfulProbeIsReported() {
        assertEquals(
                "Probe https://example.com/ answered 200 as expected.",
                new HealthGate(answers(0), new GoalTime(Duration.ofHours(1), time, time), heard)
                        .ask(List.of(HOME), 100)
                        .get(0)
                        .toString());
    }

    @ParameterizedTest
    @CsvSource({"100, 1", "90, 2", "50, 5", "25, 11", "10, 29", "5, 59", "1, 59"})
    void whereRevisionsShareTheRequestsAProbeIsPutUntilTheNewOneHasMostLikelyAnswered(int share, int times) {
        List<ProbeResult> results = gate(answers(0)).ask(List.of(HOME), share);

        assertEquals(Optional.empty(), results.get(0).flaw());
        assertEquals(times, asked.size());
        assertEquals(List.of(), time.pauses);
    }

    @Test
    void aProbeThatHoldsLateIsPutAsOftenFromThereOn() {
        gate(answers(2)).ask(List.of(HOME), 50);

        assertEquals(7, asked.size());
    }

    @Test
    void aProbeThatHeldAndIsWrongOnceMoreHasFailed() {
        Prober prober = Flaws.of((probe, left) -> {
            asked.add("x");
            return Optional.of(DOWN).filter(words -> asked.size() == 3);
        });

        List<ProbeResult> results = gate(prober).ask(List.of(HOME, SHOP), 50);

        assertEquals(
                Optional.of("The probe https://example.com/ was successful at first, but failed when it was"
                        + " repeated (3 of 5), because two revisions share the requests: the status is 502"
                        + " instead of 200."),
                results.get(0).flaw());
        assertEquals(1, results.size());
    }

    @Test
    void aProbeThatCannotBePutFails() {
        Prober broken = Flaws.of((probe, left) -> {
            throw new IllegalStateException("s3cret");
        });

        assertEquals(
                Optional.of("The probe https://example.com/ failed for 3 s: it could not be sent"
                        + " (IllegalStateException)."),
                flaw(broken, HOME));
    }

    @Test
    void aPauseIsWaitedInTheTimeOfTheGoal() {
        assertTrue(new HealthGate(answers(0), new GoalTime(Duration.ofSeconds(2), time, time), heard)
                .pause(Duration.ofSeconds(5)));
        assertEquals(List.of(Duration.ofSeconds(2)), time.pauses);
    }

    @Test
    void aPauseThatIsInterruptedHasNotEnded() {
        Pause interrupted = duration -> {
            throw new InterruptedException();
        };
        HealthGate gate = new HealthGate(answers(0), new GoalTime(Duration.ofHours(1), time, interrupted), heard);

        assertFalse(gate.pause(Duration.ofSeconds(5)));
        assertTrue(Thread.interrupted());
        assertTrue(gate.pause(Duration.ZERO));
    }

    private HealthGate gate(Prober prober) {
        return new HealthGate(prober, new GoalTime(Duration.ofHours(1), time, time), heard);
    }

    @Test
    void withoutProbesAllIsWell() {
        assertEquals(Optional.empty(), flaw(answers(100)));
        assertEquals(List.of(), asked);
    }

    @Test
    void anInterruptEndsTheWaitAndIsKept() {
        Pause interrupted = duration -> {
            throw new InterruptedException();
        };

        List<ProbeResult> results = new HealthGate(
                        answers(100), new GoalTime(Duration.ofHours(1), time, interrupted), heard)
                .ask(List.of(HOME), 100);

        assertTrue(Thread.interrupted());
        assertTrue(results.get(0).flaw().isPresent());
        assertEquals(1, asked.size());
    }

    private Optional<String> flaw(Prober prober, Probe... probes) {
        return new HealthGate(prober, new GoalTime(Duration.ofHours(1), time, time), heard)
                .ask(List.of(probes), 100).stream()
                        .flatMap(result -> result.flaw().stream())
                        .findFirst();
    }

    /** Wrong so many times, then as it must be. */
    private Prober answers(int wrong) {
        return Flaws.of((probe, left) -> {
            asked.add(probe.url().toString());
            return Optional.of(DOWN).filter(words -> asked.size() <= wrong);
        });
    }

    private static Probe probe(String url, int seconds) {
        return new Probe(URI.create(url), 200, Optional.empty(), Duration.ofSeconds(seconds));
    }
}
