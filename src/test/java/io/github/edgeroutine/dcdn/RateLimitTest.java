// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.routine.GoalTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waits are noted and not waited. */
class RateLimitTest {

    private final List<Duration> waits = new ArrayList<>();
    private final GoalTime time = new GoalTime(Duration.ofHours(1), Clock.systemUTC(), waits::add);
    private final BlockingQueue<Long> turns = RateLimit.turns();

    @Test
    void aHundredCallsWaitForNobody() throws InterruptedException {
        for (int call = 0; call < 100; call++) {
            new RateLimit(turns).take(time);
        }

        assertEquals(List.of(), waits);
    }

    @Test
    void theNextWaitsUntilASecondAfterTheFirstAnswer() throws InterruptedException {
        for (int call = 0; call < 100; call++) {
            new RateLimit(turns).take(time);
        }
        long answered = System.nanoTime();
        new RateLimit(turns).giveBack();

        new RateLimit(turns).take(time);

        long sinceAnswer = System.nanoTime() - answered;
        assertEquals(1, waits.size());
        assertTrue(waits.get(0).toNanos() + sinceAnswer >= TimeUnit.SECONDS.toNanos(1), waits::toString);
    }

    @Test
    @Timeout(10)
    void whereAllTurnsAreTakenTheNextWaitsForAnAnswer() throws InterruptedException {
        for (int call = 0; call < 100; call++) {
            new RateLimit(turns).take(time);
        }
        Thread next = new Thread(() -> {
            try {
                new RateLimit(turns).take(time);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        next.start();
        while (next.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }

        new RateLimit(turns).giveBack();

        next.join();
        assertEquals(1, waits.size());
    }
}
