// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.esa;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** The behaviour of the service during an upload. */
public final class UploadConduct {

    private volatile Set<EsaConduct> ways = Set.of();
    private volatile Duration preparation = Duration.ZERO;

    UploadConduct() {}

    /** Sets these behaviours. Without an argument, the behaviour is normal again. */
    public void behave(EsaConduct... others) {
        ways = Set.of(others);
    }

    /** How long a version is Init after its code was committed or its archive uploaded; zero by default. */
    public void prepareFor(Duration time) {
        preparation = time;
    }

    boolean is(EsaConduct way) {
        return ways.contains(way);
    }

    /** When a version that was uploaded now can be deployed. */
    Instant ready(Instant now) {
        return now.plus(preparation);
    }
}
