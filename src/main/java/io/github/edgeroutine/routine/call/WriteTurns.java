// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.call;

import io.github.edgeroutine.routine.Call;
import io.github.edgeroutine.routine.Call.WriteCall;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Passes calls on, but only one write to a routine at a time, because a service may refuse the second.
 *
 * @param locks of all goals of the build; safe for many threads
 * @param account equal for keys of the same account
 */
public record WriteTurns(Caller next, Map<String, Lock> locks, String account, GoalTime time) implements Caller {

    @Override
    public <T> T call(Call<T> call) throws CallFailedException {
        if (!(call instanceof WriteCall<T> write)) {
            return next.call(call);
        }
        Lock lock = locks.computeIfAbsent(account + " " + write.routine(), key -> new ReentrantLock());
        take(lock, write);
        try {
            return next.call(call);
        } finally {
            lock.unlock();
        }
    }

    private void take(Lock lock, WriteCall<?> write) throws CallFailedException {
        try {
            if (!lock.tryLock(time.left().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CallFailedException(
                        "the goal used all of its time while it waited for another goal of this build, which"
                                + " wrote to routine "
                                + write.routine(),
                        Reason.REFUSED,
                        Effect.NOT_SENT,
                        "Raise {timeout}.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallFailedException(
                    "the build was stopped before the call", Reason.REFUSED, Effect.NOT_SENT, "Run the goal again.");
        }
    }
}
