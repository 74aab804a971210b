// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.call;

import io.github.edgeroutine.routine.Call;
import io.github.edgeroutine.routine.Call.WriteCall;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.PublishAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Passes calls on and keeps account of them. For one thread. */
public final class CallLog implements Caller {

    private final Caller next;
    private final InstantSource clock;
    private final List<LoggedCall> calls = new ArrayList<>();

    public CallLog(Caller next, InstantSource clock) {
        this.next = next;
        this.clock = clock;
    }

    public List<LoggedCall> calls() {
        return List.copyOf(calls);
    }

    @Override
    public <T> T call(Call<T> call) throws CallFailedException {
        Instant started = clock.instant();
        try {
            T result = next.call(call);
            log(call, started, result instanceof PublishAnswer answer ? answer.requestId() : Optional.empty(), null);
            return result;
        } catch (CallFailedException e) {
            log(call, started, e.requestId(), e.getMessage());
            throw e;
        }
    }

    private void log(Call<?> call, Instant started, Optional<String> requestId, String failure) {
        Duration took = Duration.between(started, clock.instant());
        calls.add(new LoggedCall(
                call.operation(), call instanceof WriteCall, started, took, requestId, Optional.ofNullable(failure)));
    }
}
