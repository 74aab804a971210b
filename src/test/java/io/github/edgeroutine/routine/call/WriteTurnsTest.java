// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.routine.Call;
import io.github.edgeroutine.routine.Call.ReadCall;
import io.github.edgeroutine.routine.Call.WriteCall;
import io.github.edgeroutine.routine.Call.WriteRule.Decision;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.Operation;
import io.github.edgeroutine.routine.RoutineName;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WriteTurnsTest {

    private final Map<String, Lock> locks = new ConcurrentHashMap<>();
    private final CountDownLatch began = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final FutureTask<String> first =
            new FutureTask<>(() -> turns("account", Duration.ofMinutes(1)).call(write("hello", () -> {
                began.countDown();
                waitFor(mayEnd);
                return "first";
            })));

    @BeforeEach
    void beginToWriteToHello() throws InterruptedException {
        new Thread(first).start();
        began.await();
    }

    @AfterEach
    void endToWrite() throws Exception {
        mayEnd.countDown();
        assertEquals("first", first.get(10, TimeUnit.SECONDS));
    }

    @Test
    void aWriteToTheSameRoutineComesAfterIt() throws Exception {
        FutureTask<Boolean> second = new FutureTask<>(() ->
                turns("account", Duration.ofMinutes(1)).call(write("hello", () -> mayEnd.getCount() == 0)));
        new Thread(second).start();
        assertThrows(TimeoutException.class, () -> second.get(100, TimeUnit.MILLISECONDS));

        mayEnd.countDown();

        assertTrue(second.get(10, TimeUnit.SECONDS));
    }

    @Test
    void otherRoutinesOtherAccountsAndReadsDoNotWait() throws CallFailedException {
        WriteTurns turns = turns("account", Duration.ZERO);

        assertEquals(17, turns.call(write("shop", () -> 17)));
        assertEquals(18, turns("other", Duration.ZERO).call(write("hello", () -> 18)));
        assertEquals(
                19, turns.call(new ReadCall<>("describe", "read", Optional.of(new RoutineName("hello")), () -> 19)));
    }

    @Test
    void aWriteWaitsInTheTimeOfItsGoal() {
        CallFailedException failure = assertThrows(
                CallFailedException.class,
                () -> turns("account", Duration.ofMillis(20)).call(write("hello", () -> 17)));

        assertEquals(
                "the goal used all of its time while it waited for another goal of this build, which wrote to"
                        + " routine hello",
                failure.getMessage());
        assertEquals("Raise {timeout}.", failure.remedy());
        assertEquals(Effect.NOT_SENT, failure.effect());
        assertEquals(Reason.REFUSED, failure.reason());
        assertFalse(failure.mayPass());
    }

    @Test
    void aBuildThatIsStoppedDoesNotWait() {
        Thread.currentThread().interrupt();

        CallFailedException failure = assertThrows(
                CallFailedException.class,
                () -> turns("account", Duration.ofMinutes(1)).call(write("hello", () -> 17)));

        assertTrue(Thread.interrupted());
        assertEquals("the build was stopped before the call", failure.getMessage());
        assertEquals("Run the goal again.", failure.remedy());
        assertEquals(Effect.NOT_SENT, failure.effect());
    }

    @Test
    void aWriteThatFailedEndsItsTurn() throws CallFailedException {
        WriteTurns turns = turns("account", Duration.ofSeconds(1));
        CallFailedException failure = new CallFailedException("no", Reason.REFUSED, Effect.NONE, "Do something.");

        assertEquals(
                failure,
                assertThrows(
                        CallFailedException.class,
                        () -> turns.call(write("shop", () -> {
                            throw failure;
                        }))));
        assertEquals(17, turns("account", Duration.ZERO).call(write("shop", () -> 17)));
    }

    private WriteTurns turns(String account, Duration limit) {
        return new WriteTurns(Call::send, locks, account, new GoalTime(limit, Clock.systemUTC(), duration -> {}));
    }

    private static <T> WriteCall<T> write(String routine, Operation<T> sending) {
        return new WriteCall<>(
                "publish", "publish", new RoutineName(routine), (failure, now) -> Decision.notKnown(), sending);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
