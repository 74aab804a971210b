// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.health;

import io.github.edgeroutine.routine.call.GoalTime;
import io.github.edgeroutine.routine.call.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A publish succeeds only after each probe has got its correct answer. */
public final class HealthGate {

    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final int PUTS_BETWEEN_WORDS = 10;
    private static final int ALL = 100;
    private static final int MOST = 59;

    private final Prober prober;
    private final GoalTime time;
    private final Progress progress;

    public HealthGate(Prober prober, GoalTime time, Progress progress) {
        this.prober = prober;
        this.time = time;
        this.progress = progress;
    }

    /**
     * Waits before the probes are sent.
     *
     * @return false if the build is being stopped
     */
    public boolean pause(Duration pause) {
        if (pause.isZero()) {
            return true;
        }
        try {
            time.sleep(time.atMost(pause));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Sends each probe. If two revisions share the requests, either of them may answer. Then the probe is repeated
     * after its first success, and each answer must be correct.
     *
     * @param share how many percent of the requests the new revision answers
     * @return the results so far: the first failed probe is the last one, so only the last result can have a flaw
     */
    public List<ProbeResult> ask(List<Probe> probes, int share) {
        List<ProbeResult> results = new ArrayList<>();
        for (Probe probe : probes) {
            ProbeResult result = result(probe, times(share));
            results.add(result);
            if (result.flaw().isPresent()) {
                break;
            }
        }
        return List.copyOf(results);
    }

    /**
     * The number of requests for which the new revision answers at least once with a probability of 95 percent. It
     * is limited to the number for a share of 5 percent, because more requests would be a load test.
     */
    private static int times(int share) {
        return share == ALL ? 1 : Math.min(MOST, (int) Math.ceil(Math.log(0.05) / Math.log(1 - share / 100.0)));
    }

    private ProbeResult result(Probe probe, int times) {
        ProbeResult result = untilItHolds(probe);
        for (int put = 2; result.flaw().isEmpty() && put <= times; put++) {
            int number = put;
            result = put(probe)
                    .worded(words -> "The probe " + probe.address() + " was successful at first, but failed when"
                            + " it was repeated ("
                            + number + " of " + times + "), because two revisions share the requests: " + words + ".");
        }
        return result;
    }

    private ProbeResult untilItHolds(Probe probe) {
        Instant start = time.now();
        Duration patience = time.atMost(probe.patience());
        Instant end = start.plus(patience);
        ProbeResult result = put(probe);
        for (int put = 1; result.flaw().isPresent() && time.now().isBefore(end); put++) {
            if (put % PUTS_BETWEEN_WORDS == 1) {
                progress.waits("Probe " + probe.address() + " not ready: "
                        + result.flaw().get() + ". Trying again for "
                        + Duration.between(time.now(), end).toSeconds() + " s.");
            }
            try {
                time.sleep(time.atMost(INTERVAL));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
            result = put(probe);
        }
        String cut = patience.equals(probe.patience())
                ? ""
                : " (not for " + probe.patience().toSeconds() + " s, because {timeout} was over)";
        return result.worded(words -> "The probe " + probe.address() + " failed for " + patience.toSeconds() + " s"
                + cut + ": " + words + ".");
    }

    /** A probe that cannot be sent has failed. */
    private ProbeResult put(Probe probe) {
        if (time.isUp()) {
            return new ProbeResult(probe, Optional.of("there was no time left to send it"), Optional.empty());
        }
        Instant at = time.now();
        ProbeAnswer answer;
        try {
            answer = prober.ask(probe, time.left());
        } catch (RuntimeException | Error e) {
            answer = ProbeAnswer.none("it could not be sent (" + e.getClass().getSimpleName() + ")");
        }
        ProbePut put = new ProbePut(at, Duration.between(at, time.now()), answer.status());
        return new ProbeResult(probe, answer.flaw(), Optional.of(put));
    }
}
