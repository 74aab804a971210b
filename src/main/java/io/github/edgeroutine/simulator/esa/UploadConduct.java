// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.esa;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** How the service behaves when code comes in. */
public final class UploadConduct {

    private volatile Set<EsaConduct> ways = Set.of();
    private volatile Duration preparation = Duration.ZERO;

    UploadConduct() {}

    /** Behaves in these ways from now on. Without any, as usual again. */
    public void behave(EsaConduct... others) {
        ways = Set.of(others);
    }

    /** How long a version is Init after its code was committed or its archive uploaded; at first no time. */
    public void prepareFor(Duration time) {
        preparation = time;
    }

    boolean is(EsaConduct way) {
        return ways.contains(way);
    }

    /** When a version is ready that came in now. */
    Instant ready(Instant now) {
        return now.plus(preparation);
    }
}
