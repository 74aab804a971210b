// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.dcdn.WireFixture;
import io.github.edgeroutine.http.ConnectionPool;
import io.github.edgeroutine.http.HttpSettings;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.call.GoalTime;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.routine.call.SteadyClock;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waits are only recorded. */
class RateLimitTest {

    private final List<Duration> waits = new ArrayList<>();
    private final GoalTime time = new GoalTime(Duration.ofHours(1), Clock.systemUTC(), waits::add);
    private final BlockingQueue<Long> turns = RateLimit.turns();

    @Test
    void aHundredCallsDoNotWait() throws InterruptedException {
        for (int call = 0; call < 100; call++) {
            new RateLimit(turns).take(time);
        }

        assertEquals(List.of(), waits);
    }

    @Test
    void theNextWaitsUntilASecondAfterTheFirstAnswer() throws InterruptedException {
        for (int call = 0; call < 100; call++) {
            new RateLimit(turns).take(time);
        }
        long answered = System.nanoTime();
        new RateLimit(turns).giveBack();

        new RateLimit(turns).take(time);

        long sinceAnswer = System.nanoTime() - answered;
        assertEquals(1, waits.size());
        assertTrue(waits.get(0).toNanos() + sinceAnswer >= TimeUnit.SECONDS.toNanos(1), waits::toString);
    }

    @Test
    @Timeout(10)
    void theNextCallWaitsForAnAnswerIfAllTurnsAreTaken() throws InterruptedException {
        for (int call = 0; call < 100; call++) {
            new RateLimit(turns).take(time);
        }
        Thread next = new Thread(() -> {
            try {
                new RateLimit(turns).take(time);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        next.start();
        while (next.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }

        new RateLimit(turns).giveBack();

        next.join();
        assertEquals(1, waits.size());
    }

    @Test
    @Timeout(10)
    void aCallGetsNoTurnAfterTheTimeOfTheGoal() throws InterruptedException {
        for (int call = 0; call < 100; call++) {
            new RateLimit(turns).take(time);
        }
        GoalTime tight = new GoalTime(Duration.ofMillis(100), new SteadyClock(), waits::add);

        assertFalse(new RateLimit(turns).take(tight));

        assertTrue(tight.isUp());
        assertEquals(List.of(), waits);
    }

    @Test
    @Timeout(10)
    void aTurnThatComesAfterTheTimeOfTheGoalIsLeftForOthers() throws InterruptedException {
        for (int call = 0; call < 100; call++) {
            new RateLimit(turns).take(time);
        }
        new RateLimit(turns).giveBack();

        assertFalse(new RateLimit(turns).take(new GoalTime(Duration.ofMillis(500), new SteadyClock(), waits::add)));

        assertEquals(List.of(), waits);
        assertTrue(new RateLimit(turns).take(time));
    }

    @Test
    void aCallWithoutATurnIsNotSent() throws InterruptedException {
        for (int call = 0; call < 100; call++) {
            new RateLimit(turns).take(time);
        }
        HttpSettings network = new HttpSettings(
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                new GoalTime(Duration.ofMillis(100), new SteadyClock(), waits::add),
                target -> Optional.empty(),
                ConnectionPool.ofJvm());
        RoutineClient routines = WireFixture.client(
                Endpoint.parse("http://127.0.0.1:1"), network, new RateLimit(turns), WireFixture.credentials());

        CallFailedException failure = WireFixture.failure(routines::names);

        assertEquals(
                "the goal used all of its time while the call waited: the plugin makes at most 100 calls a" + " second",
                failure.getMessage());
        assertEquals("Lower {concurrency}, or raise {timeout}.", failure.remedy());
        assertEquals(Effect.NOT_SENT, failure.effect());
    }

    @Test
    void aFailedCallGivesItsTurnBack() {
        RoutineClient routines = WireFixture.client(
                Endpoint.parse("http://127.0.0.1:1"),
                WireFixture.network(5),
                new RateLimit(turns),
                WireFixture.credentials());

        WireFixture.failure(routines::names);

        assertEquals(100, turns.size());
    }

    @Test
    void aStoppedBuildSendsNoCall() {
        RoutineClient routines = WireFixture.client(
                Endpoint.parse("http://127.0.0.1:1"),
                WireFixture.network(5),
                new RateLimit(turns),
                WireFixture.credentials());
        Thread.currentThread().interrupt();

        CallFailedException failure = WireFixture.failure(routines::names);

        assertTrue(Thread.interrupted());
        assertEquals("the build was stopped before the call", failure.getMessage());
        assertEquals("Run the goal again.", failure.remedy());
        assertEquals(Effect.NOT_SENT, failure.effect());
        assertEquals(100, turns.size());
    }
}
