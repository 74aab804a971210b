// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.call;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Reads the time of the machine once, then counts with a monotonic clock. So a change of the machine's clock does
 * not change a timeout.
 */
public final class SteadyClock implements InstantSource {

    private final LongSupplier nanos;
    private final Instant start;
    private final long first;

    public SteadyClock() {
        this(InstantSource.system(), System::nanoTime);
    }

    /** @param nanos only differences are used, as with {@link System#nanoTime} */
    SteadyClock(InstantSource machine, LongSupplier nanos) {
        this.nanos = nanos;
        this.start = machine.instant();
        this.first = nanos.getAsLong();
    }

    @Override
    public Instant instant() {
        return start.plusNanos(nanos.getAsLong() - first);
    }
}
