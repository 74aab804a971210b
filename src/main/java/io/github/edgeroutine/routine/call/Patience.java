// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.call;

import java.time.Duration;

/** The total time to wait until a routine shows what was written, for all checks together. For one thread. */
public final class Patience {

    private final Duration all;
    private Duration left;

    public Patience(Duration all) {
        this.all = all;
        this.left = all;
    }

    /** Resets it to the full time. */
    public void renew() {
        left = all;
    }

    Duration left() {
        return left;
    }

    /** @param waited at most the time that is left */
    void take(Duration waited) {
        left = left.minus(waited);
    }
}
