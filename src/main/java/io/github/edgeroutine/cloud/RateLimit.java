// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import io.github.edgeroutine.routine.call.GoalTime;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

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

    /**
     * Waits for a turn, if the time of the goal is long enough. Whoever has one has to {@link #giveBack} it.
     *
     * @return whether there is one
     */
    boolean take(GoalTime time) throws InterruptedException {
        Long turn = turns.poll(time.left().toNanos(), TimeUnit.NANOSECONDS);
        if (turn == null) {
            return false;
        }
        Duration wait = Duration.ofNanos(turn - System.nanoTime());
        if (wait.compareTo(time.left()) >= 0) {
            turns.add(turn);
            return false;
        }
        if (!wait.isNegative()) {
            time.sleep(wait);
        }
        return true;
    }

    void giveBack() {
        turns.add(System.nanoTime() + Duration.ofSeconds(1).toNanos());
    }
}
