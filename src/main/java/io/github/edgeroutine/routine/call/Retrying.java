// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.call;

import io.github.edgeroutine.routine.Call;
import io.github.edgeroutine.routine.Call.ReadCall;
import io.github.edgeroutine.routine.Call.WriteCall;
import io.github.edgeroutine.routine.Call.WriteRule.Decision;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.EdgeRoutines;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Repeats calls after temporary failures. After a failed write it reads the routine once. Then the rule of the write
 * decides: it is done, or it is repeated, or it has failed. For one thread.
 */
public final class Retrying implements Caller {

    /** The decision after a failure. */
    private record Judgement<T>(Optional<T> done, boolean mayRepeat, CallFailedException failure) {}

    private final Caller next;
    private final EdgeRoutines service;
    private final int retries;
    private final GoalTime time;
    private final Progress progress;
    private final Backoff backoff;

    /**
     * @param service reads the routines
     * @param retries the largest number of retries of a call; 0 means no retries
     * @param chance a random factor from 0 to 1 for each wait, so that builds that failed together do not retry
     * together
     */
    public Retrying(
            Caller next, EdgeRoutines service, int retries, GoalTime time, Progress progress, DoubleSupplier chance) {
        this.next = next;
        this.service = service;
        this.retries = retries;
        this.time = time;
        this.progress = progress;
        this.backoff = new Backoff(retries, time, progress, chance);
    }

    @Override
    public <T> T call(Call<T> call) throws CallFailedException {
        if (time.isUp()) {
            throw Backoff.timeIsUp();
        }
        Effect effect = Effect.NOT_SENT;
        for (int attempt = 1; ; attempt++) {
            CallFailedException failure;
            try {
                return next.call(call);
            } catch (CallFailedException e) {
                failure = e.withEffect(either(effect, e.effect()));
            }
            boolean last = !failure.mayPass() || attempt > retries || time.isUp();
            Judgement<T> verdict = judge(call, failure, last);
            if (verdict.done().isPresent()) {
                progress.warn("The attempt to " + call.purpose() + " was not confirmed: " + failure.getMessage()
                        + ". But the routine shows that it is done.");
                return verdict.done().get();
            }
            failure = verdict.failure();
            effect = failure.effect();
            if (last || !verdict.mayRepeat()) {
                throw attempt == 1 ? failure : failure.because(", in the last of " + attempt + " attempts");
            }
            backoff.waitAfter(failure, attempt, call.purpose());
        }
    }

    /** If an earlier attempt may have changed something, a later refusal does not undo that. */
    private static Effect either(Effect earlier, Effect later) {
        return Collections.max(List.of(earlier, later));
    }

    private <T> Judgement<T> judge(Call<T> call, CallFailedException failure, boolean last) {
        if (call instanceof WriteCall<T> write && failure.effect() != Effect.NOT_SENT) {
            if (last) {
                time.releaseReserve();
            }
            return look(write, failure);
        }
        // For a missing routine the service returns its general error. Retries are useless then.
        boolean isInVain = !last
                && failure.reason() == Reason.GENERAL
                && call instanceof ReadCall<T> read
                && read.routine().filter(this::isMissing).isPresent();
        return new Judgement<>(Optional.empty(), !isInVain, failure);
    }

    private <T> Judgement<T> look(WriteCall<T> write, CallFailedException failure) {
        try {
            RoutineState now = new RoutineClient(service, this).describe(write.routine());
            Decision<T> decision = write.rule().decide(failure, now);
            return new Judgement<>(
                    decision.done(), decision.mayRepeat(), failure.seeing(now).withEffect(decision.effect()));
        } catch (CallFailedException e) {
            StateReader reader = new StateReader(new RoutineClient(service, next));
            if (write.rule().makesRoutine() && reader.isMissing(write.routine(), e)) {
                return new Judgement<>(Optional.empty(), true, failure);
            }
            // The user sees the failure of the write, and that the state could not be read.
            return new Judgement<>(Optional.empty(), false, failure.withEffect(Effect.UNKNOWN));
        }
    }

    private boolean isMissing(RoutineName routine) {
        try {
            return !new RoutineClient(service, next).names().contains(routine.text());
        } catch (CallFailedException e) {
            return false;
        }
    }
}
