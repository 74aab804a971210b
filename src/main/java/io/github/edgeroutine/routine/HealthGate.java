package io.github.edgeroutine.routine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Holds a publish back from success until every probe is answered as it must be. */
public final class HealthGate {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Prober prober;
    private final GoalTime time;

    public HealthGate(Prober prober, GoalTime time) {
        this.prober = prober;
        this.time = time;
    }

    /** @return a sentence on the first probe whose time ran out; empty if all hold */
    Optional<String> flaw(List<Probe> probes) {
        return probes.stream().flatMap(probe -> flaw(probe).stream()).findFirst();
    }

    private Optional<String> flaw(Probe probe) {
        Instant end = time.now().plus(time.atMost(probe.patience()));
        Optional<String> flaw = prober.flaw(probe);
        while (flaw.isPresent() && time.now().isBefore(end)) {
            try {
                time.sleep(time.atMost(INTERVAL));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
            flaw = prober.flaw(probe);
        }
        return flaw.map(words ->
                "The probe " + probe.url() + " failed for " + probe.patience().toSeconds() + " s: " + words + ".");
    }
}
