// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.call;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A time in which only pauses pass, at once; it remembers them. */
public final class PausedTime extends Clock implements Pause {

    public final List<Duration> pauses = new ArrayList<>();

    @Override
    public void sleep(Duration duration) {
        pauses.add(duration);
    }

    @Override
    public Instant instant() {
        return Instant.EPOCH.plus(pauses.stream().reduce(Duration.ZERO, Duration::plus));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
