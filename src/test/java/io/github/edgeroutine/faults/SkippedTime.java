// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The time of a goal and of its service. A pause takes no real time. */
final class SkippedTime implements InstantSource {

    private final AtomicReference<Duration> skipped = new AtomicReference<>(Duration.ZERO);

    @Override
    public Instant instant() {
        return Instant.now().plus(skipped());
    }

    void skip(Duration pause) {
        skipped.updateAndGet(pause::plus);
    }

    Duration skipped() {
        return skipped.get();
    }
}
