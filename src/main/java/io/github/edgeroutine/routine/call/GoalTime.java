// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.call;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;

/** The time that a goal may take in all. Whoever waits, waits in it. */
public final class GoalTime {

    private final InstantSource clock;
    private final Pause pause;
    private final Instant start;
    private final Duration limit;
    private volatile Duration reserve;

    /**
     * Begins to count at once.
     *
     * @param reserve what is kept back of it, so that a look and a restore are possible after everything else
     */
    public GoalTime(Duration limit, Duration reserve, InstantSource clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
        this.start = clock.instant();
        this.limit = limit;
        this.reserve = reserve;
    }

    /** Of a goal that keeps nothing back. */
    public GoalTime(Duration limit, InstantSource clock, Pause pause) {
        this(limit, Duration.ZERO, clock, pause);
    }

    public Instant start() {
        return start;
    }

    public Instant now() {
        return clock.instant();
    }

    /** From now on what was kept back counts as time that is left. */
    void releaseReserve() {
        reserve = Duration.ZERO;
    }

    /** Zero when the time is up. */
    public Duration left() {
        Duration left = limit.minus(reserve).minus(Duration.between(start, now()));
        return left.isNegative() ? Duration.ZERO : left;
    }

    public boolean isUp() {
        return left().isZero();
    }

    /** The shorter of the two: what is left, and what somebody would like to take. */
    public Duration atMost(Duration wished) {
        return Collections.min(List.of(left(), wished));
    }

    /** @throws InterruptedException if the build is being stopped; the wait ends at once then */
    public void sleep(Duration duration) throws InterruptedException {
        pause.sleep(duration);
    }
}
