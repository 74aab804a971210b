// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.call;

import io.github.edgeroutine.routine.Call;
import io.github.edgeroutine.routine.Call.WriteCall;
import io.github.edgeroutine.routine.CallFailedException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Passes calls on and logs them. For one thread. */
public final class CallLog implements Caller {

    private final Caller next;
    private final InstantSource clock;
    private final List<LoggedCall> calls = new ArrayList<>();
    private final Set<String> requestIds = new LinkedHashSet<>();

    public CallLog(Caller next, InstantSource clock) {
        this.next = next;
        this.clock = clock;
    }

    public List<LoggedCall> calls() {
        return List.copyOf(calls);
    }

    /** The service answered with this request id, during a call. */
    public void answered(String requestId) {
        requestIds.add(requestId);
    }

    @Override
    public <T> T call(Call<T> call) throws CallFailedException {
        requestIds.clear();
        Instant started = clock.instant();
        try {
            T result = next.call(call);
            log(call, started, Optional.empty());
            return result;
        } catch (CallFailedException e) {
            log(call, started, Optional.of(e.getMessage()));
            throw e;
        }
    }

    private void log(Call<?> call, Instant started, Optional<String> failure) {
        Duration took = Duration.between(started, clock.instant());
        calls.add(new LoggedCall(
                call.operation(), call instanceof WriteCall, started, took, List.copyOf(requestIds), failure));
    }
}
