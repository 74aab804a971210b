package io.github.edgeroutine.routine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Holds a publish back from success until every probe is answered as it must be. */
public final class HealthGate {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Prober prober;
    private final Pause pause;
    private final Clock clock;

    public HealthGate(Prober prober, Pause pause, Clock clock) {
        this.prober = prober;
        this.pause = pause;
        this.clock = clock;
    }

    /** @return a sentence on the first probe whose time ran out; empty if all hold */
    Optional<String> flaw(List<Probe> probes) {
        return probes.stream().flatMap(probe -> flaw(probe).stream()).findFirst();
    }

    private Optional<String> flaw(Probe probe) {
        Instant end = clock.instant().plus(probe.patience());
        Optional<String> flaw = prober.flaw(probe);
        while (flaw.isPresent() && clock.instant().isBefore(end)) {
            try {
                pause.sleep(INTERVAL);
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
