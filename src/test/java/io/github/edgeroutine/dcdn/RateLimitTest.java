package io.github.edgeroutine.dcdn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.routine.GoalTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Whoever shares a counter takes turns. */
class RateLimitTest {

    private final List<Duration> waits = new ArrayList<>();
    private final GoalTime time = new GoalTime(Duration.ofHours(1), Clock.systemUTC(), waits::add);
    private final AtomicLong counter = RateLimit.counter();

    @Test
    void theFirstCallWaitsForNobody() throws InterruptedException {
        new RateLimit(counter).await(time);

        assertEquals(List.of(), waits);
    }

    @Test
    void aHundredCallsTakeMoreThanASecond() throws InterruptedException {
        long start = counter.get();

        for (int call = 0; call < 100; call++) {
            new RateLimit(counter).await(time);
        }

        assertTrue(counter.get() - start > Duration.ofSeconds(1).toNanos());
        assertEquals(false, waits.isEmpty());
    }

    @Test
    void whatWasNotCalledInTheMeantimeIsNotMadeUpFor() throws InterruptedException {
        AtomicLong longAgo =
                new AtomicLong(System.nanoTime() - Duration.ofMinutes(1).toNanos());

        new RateLimit(longAgo).await(time);
        new RateLimit(longAgo).await(time);

        assertEquals(1, waits.size());
    }
}
