// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import io.github.edgeroutine.routine.GoalTime;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Keeps calls within the 100 a second that the service grants an account for Edge Routine operations. Each call takes one
 * of as many turns, which can be taken again a second after its answer: at whatever moment in between it arrived, no
 * second has more of them, however unevenly they travel.
 */
public final class RateLimit {

    private static final int CALLS_A_SECOND = 100;

    private final BlockingQueue<Long> turns;

    /** @param turns as {@link #turns()} makes them; whoever shares them shares the limit */
    public RateLimit(BlockingQueue<Long> turns) {
        this.turns = turns;
    }

    /** Each from when on it can be taken, as {@link System#nanoTime}. Of JDK classes, so that class loaders can share them. */
    public static BlockingQueue<Long> turns() {
        return new ArrayBlockingQueue<>(CALLS_A_SECOND, true, Collections.nCopies(CALLS_A_SECOND, System.nanoTime()));
    }

    /** Waits for a turn. Whoever has one has to {@link #giveBack} it. */
    void take(GoalTime time) throws InterruptedException {
        long free = turns.take() - System.nanoTime();
        if (free > 0) {
            time.sleep(Duration.ofNanos(free));
        }
    }

    void giveBack() {
        turns.add(System.nanoTime() + Duration.ofSeconds(1).toNanos());
    }
}
