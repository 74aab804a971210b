// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.call;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Kind;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.EdgeRoutines;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.PublishAnswer;
import io.github.edgeroutine.routine.PublishCall;
import io.github.edgeroutine.routine.Revision;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.Setting;
import io.github.edgeroutine.routine.ShownCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;

/**
 * Repeats calls that failed by chance. After a write that failed it looks at the routine, once: the write is repeated only
 * if the look shows that it is not done, and a failure that ends it tells what was seen. For one thread.
 */
public final class Retrying implements EdgeRoutines {

    /** What a failure comes to. */
    @FunctionalInterface
    private interface Judgement {

        /**
         * @param last whether the call is not repeated, whatever comes out
         * @return the failure; one that is not passing if the call must not be repeated
         */
        CallFailedException of(CallFailedException failure, boolean last);
    }

    @FunctionalInterface
    private interface Write {

        void run() throws CallFailedException;
    }

    private final EdgeRoutines routines;
    private final int retries;
    private final GoalTime time;
    private final Progress progress;
    private final Backoff backoff;
    private Optional<RoutineState> lastSeen = Optional.empty();

    /**
     * @param retries how often a call is repeated at most; 0 turns it off
     * @param chance evenly from 0 to 1, the part of each wait that is waited, so that builds that failed together do not
     *     come back together
     */
    public Retrying(EdgeRoutines routines, int retries, GoalTime time, Progress progress, DoubleSupplier chance) {
        this.routines = routines;
        this.retries = retries;
        this.time = time;
        this.progress = progress;
        this.backoff = new Backoff(retries, time, progress, chance);
    }

    /** A routine that the account does not have fails like a fault of the service; more tries would not bring it about. */
    @Override
    public RoutineState describe(RoutineName routine) throws CallFailedException {
        RoutineState state = repeat(
                "read routine " + routine,
                () -> routines.describe(routine),
                (failure, last) ->
                        last || failure.kind() != Kind.GENERAL || !isMissing(routine) ? failure : failure.lasting());
        lastSeen = Optional.of(state);
        return state;
    }

    @Override
    public List<String> names() throws CallFailedException {
        return repeat("list the routines", routines::names, (failure, last) -> failure);
    }

    @Override
    public ShownCode code(RoutineName routine, CodeRevision revision) throws CallFailedException {
        return repeat(
                "read the code of revision " + revision,
                () -> routines.code(routine, revision),
                (failure, last) -> failure);
    }

    @Override
    public PublishAnswer publish(PublishCall publication) throws CallFailedException {
        return repeat(
                "publish " + publication,
                () -> routines.publish(publication),
                look(publication.routine(), WriteCheck.of(publication)));
    }

    @Override
    public void stage(RoutineName routine, String description, byte[] code) throws CallFailedException {
        repeat(
                "stage code of routine " + routine,
                () -> {
                    routines.stage(routine, description, code);
                    return null;
                },
                lookIfRefused(routine, WriteCheck.ofStage()));
    }

    @Override
    public CodeRevision commit(RoutineName routine, String description) throws CallFailedException {
        return repeat(
                "commit code of routine " + routine,
                () -> routines.commit(routine, description),
                lookIfRefused(routine, WriteCheck.ofCommit()));
    }

    @Override
    public void delete(RoutineName routine, CodeRevision revision) throws CallFailedException {
        write(
                "delete revision " + revision + " of routine " + routine,
                () -> routines.delete(routine, revision),
                routine,
                state -> state.revisions().stream().map(Revision::number).noneMatch(revision::equals));
    }

    @Override
    public void configure(RoutineName routine, Map<Environment, Setting> settings) throws CallFailedException {
        write(
                "configure routine " + routine,
                () -> routines.configure(routine, settings),
                routine,
                state -> state.differences(settings).isEmpty());
    }

    /** A write that returns nothing: it is done when the routine shows it, whatever became of its answer. */
    private void write(String what, Write write, RoutineName routine, Predicate<RoutineState> done)
            throws CallFailedException {
        try {
            repeat(
                    what,
                    () -> {
                        write.run();
                        return null;
                    },
                    look(routine, WriteCheck.until(done)));
        } catch (CallFailedException e) {
            if (e.seen().filter(done).isEmpty()) {
                throw e;
            }
            progress.warn("The attempt to " + what + " was not confirmed: " + e.getMessage()
                    + ". Yet the routine shows that it is done.");
        }
    }

    /** Who staged or committed looks by himself where the effect is not known: he knows the code. */
    private Judgement lookIfRefused(RoutineName routine, WriteCheck check) {
        Judgement look = look(routine, check);
        return (failure, last) -> failure.effect() == Effect.UNKNOWN ? failure.lasting() : look.of(failure, last);
    }

    private Judgement look(RoutineName routine, WriteCheck check) {
        Optional<RoutineState> before = lastSeen;
        return (failure, last) -> {
            if (failure.isUnsent()) {
                return failure;
            }
            if (last) {
                time.releaseReserve();
            }
            try {
                RoutineState now = describe(routine);
                CallFailedException seen = failure.seeing(now);
                return check.isUndone(failure, before, now)
                        ? seen
                        : seen.withEffect(Effect.UNKNOWN).lasting();
            } catch (CallFailedException e) {
                // The failure of the write is what the user hears of, and that nobody could look.
                return failure.withEffect(Effect.UNKNOWN).lasting();
            }
        };
    }

    private <T> T repeat(String what, Operation<T> operation, Judgement judgement) throws CallFailedException {
        if (time.isUp()) {
            throw Backoff.timeIsUp();
        }
        CallFailedException earlier = null;
        for (int attempt = 1; ; attempt++) {
            try {
                return operation.attempt();
            } catch (CallFailedException e) {
                earlier = earlier == null ? e : e.following(earlier);
            }
            boolean last = !earlier.mayPass() || attempt > retries || time.isUp();
            earlier = judgement.of(earlier, last);
            if (last || !earlier.mayPass()) {
                throw attempt == 1 ? earlier : earlier.because(", in the last of " + attempt + " attempts");
            }
            backoff.waitAfter(earlier, attempt, what);
        }
    }

    private boolean isMissing(RoutineName routine) {
        try {
            return !routines.names().contains(routine.text());
        } catch (CallFailedException e) {
            return false;
        }
    }
}
