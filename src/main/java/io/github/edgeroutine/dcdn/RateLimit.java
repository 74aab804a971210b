package io.github.edgeroutine.dcdn;

import io.github.edgeroutine.routine.GoalTime;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps calls below the 100 a second that the service grants an account for Edge Routine operations. Whoever shares the
 * counter shares the limit; it is a class of the JDK, so that plugins of different class loaders can.
 */
public final class RateLimit {

    /** A little more than a hundredth of a second: calls that leave in time may arrive in a bunch. */
    private static final long INTERVAL_NANOS = 10_500_000;

    private final AtomicLong latestSlot;

    /** @param latestSlot as {@link #counter()} makes it */
    public RateLimit(AtomicLong latestSlot) {
        this.latestSlot = latestSlot;
    }

    public static AtomicLong counter() {
        return new AtomicLong(System.nanoTime() - INTERVAL_NANOS);
    }

    /** Waits for its turn. */
    void await(GoalTime time) throws InterruptedException {
        long now = System.nanoTime();
        long slot = latestSlot.updateAndGet(latest -> Math.max(latest + INTERVAL_NANOS, now));
        if (slot > now) {
            time.sleep(Duration.ofNanos(slot - now));
        }
    }
}
