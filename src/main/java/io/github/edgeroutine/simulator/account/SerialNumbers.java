// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.account;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.function.LongSupplier;

/** Numbers that only rise. Safe for many threads. */
public final class SerialNumbers {

    private final LongSupplier least;
    private BigInteger last = BigInteger.ZERO;

    private SerialNumbers(LongSupplier least) {
        this.least = least;
    }

    /** As the services seem to make them for code: nanoseconds of the clock, 19 digits. */
    public static SerialNumbers ofTheClock() {
        return new SerialNumbers(() -> {
            Instant now = Instant.now();
            return Math.addExact(now.getEpochSecond() * 1_000_000_000L, now.getNano());
        });
    }

    /** One after the other. */
    public static SerialNumbers from(long first) {
        return new SerialNumbers(() -> first);
    }

    /** A number larger than each before and than those given. The clock may stand still or be set back. */
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
