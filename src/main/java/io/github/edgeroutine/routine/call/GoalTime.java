// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.call;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;

/** The total time of a goal. All waits are limited by it. */
public final class GoalTime {

    private final InstantSource clock;
    private final Pause pause;
    private final Instant start;
    private final Duration limit;
    private volatile Duration reserve;

    /**
     * Begins to count at once.
     *
     * @param reserve the part that is reserved to check the state and to restore after everything else
     */
    public GoalTime(Duration limit, Duration reserve, InstantSource clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
        this.start = clock.instant();
        this.limit = limit;
        this.reserve = reserve;
    }

    /** Without a reserve. */
    public GoalTime(Duration limit, InstantSource clock, Pause pause) {
        this(limit, Duration.ZERO, clock, pause);
    }

    public Instant start() {
        return start;
    }

    public Instant now() {
        return clock.instant();
    }

    /** From now on the reserve is part of the time that is left. */
    void releaseReserve() {
        reserve = Duration.ZERO;
    }

    /** Zero when the time is over. */
    public Duration left() {
        Duration left = limit.minus(reserve).minus(Duration.between(start, now()));
        return left.isNegative() ? Duration.ZERO : left;
    }

    public boolean isUp() {
        return left().isZero();
    }

    /** The shorter of the time that is left and the wanted time. */
    public Duration atMost(Duration wished) {
        return Collections.min(List.of(left(), wished));
    }

    /** @throws InterruptedException if the build is being stopped; the wait ends at once then */
    public void sleep(Duration duration) throws InterruptedException {
        pause.sleep(duration);
    }
}
