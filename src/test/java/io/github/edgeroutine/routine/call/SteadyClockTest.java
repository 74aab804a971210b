// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SteadyClockTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final AtomicReference<Instant> machine = new AtomicReference<>(NOON);
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final InstantSource clock = new SteadyClock(machine::get, nanos::get);

    @Test
    void theTimeOfAGoalEndsThoughTheMachinesClockIsSetBack() {
        GoalTime time = new GoalTime(Duration.ofSeconds(10), clock, duration -> {});

        nanos.addAndGet(Duration.ofSeconds(9).toNanos());
        machine.set(NOON.minus(Duration.ofHours(1)));
        assertEquals(Duration.ofSeconds(1), time.left());
        assertFalse(time.isUp());

        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertTrue(time.isUp());
        assertEquals(NOON, time.start());
        assertEquals(NOON.plusSeconds(10), time.now(), "what a report prints counts on from the start");
    }

    @Test
    void theTimeOfAGoalIsNotCutThoughTheMachinesClockIsSetForward() {
        GoalTime time = new GoalTime(Duration.ofSeconds(10), clock, duration -> {});

        machine.set(NOON.plus(Duration.ofHours(1)));

        assertEquals(Duration.ofSeconds(10), time.left());
    }
}
