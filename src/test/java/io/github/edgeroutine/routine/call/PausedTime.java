// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.call;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A time in which only pauses pass, at once; it remembers them. */
public final class PausedTime implements InstantSource, Pause {

    public final List<Duration> pauses = new ArrayList<>();

    @Override
    public void sleep(Duration duration) {
        pauses.add(duration);
    }

    @Override
    public Instant instant() {
        return Instant.EPOCH.plus(pauses.stream().reduce(Duration.ZERO, Duration::plus));
    }
}
