// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;

/** Numbers as the services seem to make them for code: nanoseconds of the clock, 19 digits. Safe for many threads. */
public final class SerialNumbers {

    private BigInteger last = BigInteger.ZERO;

    /** A number larger than each before and than those given. The clock may stand still or be set back. */
    public synchronized String next(Collection<String> others) {
        Instant now = Instant.now();
        BigInteger nanos = BigInteger.valueOf(Math.addExact(now.getEpochSecond() * 1_000_000_000L, now.getNano()));
        last = others.stream()
                .filter(number -> number.matches("[0-9]+"))
                .map(BigInteger::new)
                .reduce(last, BigInteger::max)
                .add(BigInteger.ONE)
                .max(nanos);
        return last.toString();
    }
}
