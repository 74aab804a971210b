// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import java.time.Duration;
import java.time.Instant;
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

    /** @return a sentence on the first probe whose time ran out; empty if all hold */
    Optional<String> flaw(List<Probe> probes) {
        return probes.stream().flatMap(probe -> flaw(probe).stream()).findFirst();
    }

    private Optional<String> flaw(Probe probe) {
        Instant end = time.now().plus(time.atMost(probe.patience()));
        Optional<String> flaw = prober.flaw(probe, time.left());
        for (int put = 1; flaw.isPresent() && time.now().isBefore(end); put++) {
            if (put % PUTS_BETWEEN_WORDS == 1) {
                progress.waits("The probe " + probe.url() + " fails yet: " + flaw.get() + ". It is put again for "
                        + Duration.between(time.now(), end).toSeconds() + " s.");
            }
            try {
                time.sleep(time.atMost(INTERVAL));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
            flaw = prober.flaw(probe, time.left());
        }
        return flaw.map(words ->
                "The probe " + probe.url() + " failed for " + probe.patience().toSeconds() + " s: " + words + ".");
    }
}
