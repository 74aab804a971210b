// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.call;

import java.time.Duration;

/** How long looks may wait in all until a routine shows what was written, however many they are. For one thread. */
public final class Patience {

    private final Duration all;
    private Duration left;

    public Patience(Duration all) {
        this.all = all;
        this.left = all;
    }

    /** All of it is there again. */
    public void renew() {
        left = all;
    }

    Duration left() {
        return left;
    }

    /** @param waited no more than is left */
    void take(Duration waited) {
        left = left.minus(waited);
    }
}
