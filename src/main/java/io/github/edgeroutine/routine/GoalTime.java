// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The time that a goal may take in all. Whoever waits, waits in it. */
public final class GoalTime {

    private final Clock clock;
    private final Pause pause;
    private final Instant start;
    private final Duration limit;

    /** Begins to count at once. */
    public GoalTime(Duration limit, Clock clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
        this.start = clock.instant();
        this.limit = limit;
    }

    public Instant start() {
        return start;
    }

    public Instant now() {
        return clock.instant();
    }

    /** Zero when the time is up. */
    public Duration left() {
        Duration left = limit.minus(Duration.between(start, now()));
        return left.isNegative() ? Duration.ZERO : left;
    }

    public boolean isUp() {
        return left().isZero();
    }

    /** The shorter of the two: what is left, and what somebody would like to take. */
    public Duration atMost(Duration wished) {
        Duration left = left();
        return left.compareTo(wished) < 0 ? left : wished;
    }

    /** @throws InterruptedException if the build is being stopped; the wait ends at once then */
    public void sleep(Duration duration) throws InterruptedException {
        pause.sleep(duration);
    }
}
