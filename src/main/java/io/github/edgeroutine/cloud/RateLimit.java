// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import io.github.edgeroutine.routine.call.GoalTime;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the calls within the limit of 100 a second that the service allows an account for Edge Routine operations.
 * There are 100 turns, and each call takes one. A turn is free again one second after the answer. So the service never
 * receives more than 100 calls in a second, even if calls travel at different speeds.
 */
public final class RateLimit {

    private static final int CALLS_A_SECOND = 100;

    private final BlockingQueue<Long> turns;

    /** @param turns from {@link #turns()}; limits with the same turns share the limit */
    public RateLimit(BlockingQueue<Long> turns) {
        this.turns = turns;
    }

    /**
     * The time when each turn is free, as {@link System#nanoTime}. Only JDK classes are used, so that class loaders can
     * share them.
     */
    public static BlockingQueue<Long> turns() {
        return new ArrayBlockingQueue<>(CALLS_A_SECOND, true, Collections.nCopies(CALLS_A_SECOND, System.nanoTime()));
    }

    /**
     * Waits for a turn if the time of the goal allows it. The caller must {@link #giveBack} it.
     *
     * @return whether a turn was taken
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
