// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.health;

import io.github.edgeroutine.routine.call.GoalTime;
import io.github.edgeroutine.routine.call.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds a publish back from success until every probe is answered as it must be. */
public final class HealthGate {

    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final int PUTS_BETWEEN_WORDS = 10;

    private final Prober prober;
    private final GoalTime time;
    private final Progress progress;

    public HealthGate(Prober prober, GoalTime time, Progress progress) {
        this.prober = prober;
        this.time = time;
        this.progress = progress;
    }

    /** @return the results so far: after a probe that failed no other is put, so only the last can have a flaw */
    public List<ProbeResult> ask(List<Probe> probes) {
        List<ProbeResult> results = new ArrayList<>();
        for (Probe probe : probes) {
            ProbeResult result = new ProbeResult(probe, flaw(probe));
            results.add(result);
            if (result.flaw().isPresent()) {
                break;
            }
        }
        return List.copyOf(results);
    }

    private Optional<String> flaw(Probe probe) {
        Instant start = time.now();
        Duration patience = time.atMost(probe.patience());
        Instant end = start.plus(patience);
        Optional<String> flaw = put(probe);
        for (int put = 1; flaw.isPresent() && time.now().isBefore(end); put++) {
            if (put % PUTS_BETWEEN_WORDS == 1) {
                progress.waits("The probe " + probe.address() + " fails yet: " + flaw.get() + ". It is put again for "
                        + Duration.between(time.now(), end).toSeconds() + " s.");
            }
            try {
                time.sleep(time.atMost(INTERVAL));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
            flaw = put(probe);
        }
        String cut = patience.equals(probe.patience())
                ? ""
                : ", as {timeout} leaves no time for all " + probe.patience().toSeconds() + " s";
        return flaw.map(words -> "The probe " + probe.address() + " failed for " + patience.toSeconds() + " s" + cut
                + ": " + words + ".");
    }

    /** A probe that cannot be put does not hold. */
    private Optional<String> put(Probe probe) {
        if (time.isUp()) {
            return Optional.of("no time was left to put it");
        }
        try {
            return prober.flaw(probe, time.left());
        } catch (RuntimeException | Error e) {
            return Optional.of("it could not be put (" + e.getClass().getSimpleName() + ")");
        }
    }
}
