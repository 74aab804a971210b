// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.call;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/** The waits between the attempts of a call. */
public final class Backoff {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final int retries;
    private final GoalTime time;
    private final Progress progress;
    private final DoubleSupplier chance;

    Backoff(int retries, GoalTime time, Progress progress, DoubleSupplier chance) {
        this.retries = retries;
        this.time = time;
        this.progress = progress;
        this.chance = chance;
    }

    /**
     * @param attempt counts from 1
     * @throws CallFailedException the same failure, if no other attempt is possible
     */
    void waitAfter(CallFailedException failure, int attempt, String what) throws CallFailedException {
        Duration wait = scaled(longest(attempt));
        if (wait.compareTo(time.left()) >= 0) {
            throw noTime(failure, attempt);
        }
        progress.warn("Attempt " + attempt + " of " + (retries + 1) + " to " + what + " failed: "
                + failure.getMessage() + ". Retrying in "
                + String.format(Locale.ROOT, "%.1f", wait.toMillis() / 1000.0) + " s.");
        try {
            time.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure.because(", in attempt " + attempt + "; the build was stopped before the next attempt");
        }
        if (time.isUp()) {
            throw noTime(failure, attempt);
        }
    }

    /** For a call that is not made. */
    static CallFailedException timeIsUp() {
        return new CallFailedException(
                "the goal used all of its time, see {timeout}",
                Reason.REFUSED,
                Effect.NOT_SENT,
                "Check the log for the slow calls, or raise {timeout}.");
    }

    private static CallFailedException noTime(CallFailedException failure, int attempt) {
        return failure.because(", in attempt " + attempt + ", and {timeout} leaves no time for the next attempt");
    }

    private static Duration longest(int attempt) {
        Duration longest = FIRST_WAIT.multipliedBy(1L << Math.min(attempt - 1, 10));
        return Collections.min(List.of(longest, LONGEST_WAIT));
    }

    private Duration scaled(Duration longest) {
        return Duration.ofMillis(Math.round(longest.toMillis() * chance.getAsDouble()));
    }
}
