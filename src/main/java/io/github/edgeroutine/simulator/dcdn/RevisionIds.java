// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;

/** Numbers as the service seems to make them: nanoseconds of the clock, 19 digits. */
final class RevisionIds {

    private BigInteger last = BigInteger.ZERO;

    /** Larger than each before and than those given; the clock alone may stand still, or be set back. */
    String next(Collection<String> others) {
        Instant now = Instant.now();
        BigInteger nanos = BigInteger.valueOf(Math.addExact(now.getEpochSecond() * 1_000_000_000L, now.getNano()));
        last = others.stream()
                .filter(id -> id.matches("[0-9]+"))
                .map(BigInteger::new)
                .reduce(last, BigInteger::max)
                .add(BigInteger.ONE)
                .max(nanos);
        return last.toString();
    }
}
