// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.account;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.function.LongSupplier;

/** Numbers that only increase. Thread-safe. */
public final class SerialNumbers {

    private final LongSupplier least;
    private BigInteger last = BigInteger.ZERO;

    private SerialNumbers(LongSupplier least) {
        this.least = least;
    }

    /** Like the numbers of the services for code: nanoseconds of the clock, 19 digits. */
    public static SerialNumbers ofTheClock() {
        return new SerialNumbers(() -> {
            Instant now = Instant.now();
            return Math.addExact(now.getEpochSecond() * 1_000_000_000L, now.getNano());
        });
    }

    /** Consecutive numbers. */
    public static SerialNumbers from(long first) {
        return new SerialNumbers(() -> first);
    }

    /** A number larger than all earlier ones and than the given ones, also if the clock stands still or is set back. */
    public synchronized String next(Collection<String> others) {
        last = others.stream()
                .filter(number -> number.matches("[0-9]+"))
                .map(BigInteger::new)
                .reduce(last, BigInteger::max)
                .add(BigInteger.ONE)
                .max(BigInteger.valueOf(least.getAsLong()));
        return last.toString();
    }
}
