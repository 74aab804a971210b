// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.call;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** Asks the machine for the time once, then counts by itself: who sets the machine's clock sets no timeout. */
public final class SteadyClock implements InstantSource {

    private final LongSupplier nanos;
    private final Instant start;
    private final long first;

    public SteadyClock() {
        this(InstantSource.system(), System::nanoTime);
    }

    /** @param nanos only their differences mean something, as with {@link System#nanoTime} */
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
