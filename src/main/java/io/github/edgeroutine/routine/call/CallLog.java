// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.call;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.EdgeRoutines;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.PublishAnswer;
import io.github.edgeroutine.routine.PublishCall;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.Setting;
import io.github.edgeroutine.routine.ShownCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Passes calls on and keeps account of them. For one thread. */
public final class CallLog implements EdgeRoutines {

    /**
     * One call, as it ended.
     *
     * @param operation the name of the method of {@link EdgeRoutines}
     * @param requestId of a publish that was answered, and of any call that failed with one
     * @param failure empty on success
     */
    public record Call(
            String operation, Instant started, Duration took, Optional<String> requestId, Optional<String> failure) {}

    private final EdgeRoutines routines;
    private final Clock clock;
    private final List<Call> calls = new ArrayList<>();

    public CallLog(EdgeRoutines routines, Clock clock) {
        this.routines = routines;
        this.clock = clock;
    }

    public List<Call> calls() {
        return List.copyOf(calls);
    }

    @Override
    public RoutineState describe(RoutineName routine) throws CallFailedException {
        return logged("describe", () -> routines.describe(routine));
    }

    @Override
    public List<String> names() throws CallFailedException {
        return logged("names", routines::names);
    }

    @Override
    public PublishAnswer publish(PublishCall publication) throws CallFailedException {
        return logged("publish", () -> routines.publish(publication));
    }

    @Override
    public void stage(RoutineName routine, String description, byte[] code) throws CallFailedException {
        logged("stage", () -> {
            routines.stage(routine, description, code);
            return null;
        });
    }

    @Override
    public CodeRevision commit(RoutineName routine, String description) throws CallFailedException {
        return logged("commit", () -> routines.commit(routine, description));
    }

    @Override
    public ShownCode code(RoutineName routine, CodeRevision revision) throws CallFailedException {
        return logged("code", () -> routines.code(routine, revision));
    }

    @Override
    public void delete(RoutineName routine, CodeRevision revision) throws CallFailedException {
        logged("delete", () -> {
            routines.delete(routine, revision);
            return null;
        });
    }

    @Override
    public void configure(RoutineName routine, Map<Environment, Setting> settings) throws CallFailedException {
        logged("configure", () -> {
            routines.configure(routine, settings);
            return null;
        });
    }

    private <T> T logged(String name, Operation<T> operation) throws CallFailedException {
        Instant started = clock.instant();
        try {
            T result = operation.run();
            Optional<String> requestId =
                    result instanceof PublishAnswer receipt ? Optional.of(receipt.requestId()) : Optional.empty();
            log(name, started, requestId, Optional.empty());
            return result;
        } catch (CallFailedException e) {
            log(name, started, e.requestId(), Optional.of(e.getMessage()));
            throw e;
        } catch (RuntimeException | Error e) {
            log(
                    name,
                    started,
                    Optional.empty(),
                    Optional.of("the call broke off with " + e.getClass().getSimpleName()));
            throw e;
        }
    }

    private void log(String operation, Instant started, Optional<String> requestId, Optional<String> failure) {
        Duration took = Duration.between(started, clock.instant());
        calls.add(new Call(operation, started, took, requestId, failure));
    }
}
