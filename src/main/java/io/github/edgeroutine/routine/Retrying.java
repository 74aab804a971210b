// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;

/**
 * Repeats calls that failed by chance. A write that may have run is repeated only if the routine does not show it; a
 * commit never is, as each makes a revision.
 */
public final class Retrying implements EdgeRoutines {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    @FunctionalInterface
    private interface Write {

        void run() throws CallFailedException;
    }

    private final EdgeRoutines routines;
    private final int retries;
    private final GoalTime time;
    private final Progress progress;
    private final DoubleSupplier chance;

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
        this.chance = chance;
    }

    /** A routine that the account does not have fails like a fault of the service; more tries would not bring it about. */
    @Override
    public RoutineState describe(RoutineName routine) throws CallFailedException {
        return repeat(
                "read routine " + routine,
                () -> routines.describe(routine),
                failure -> failure.kind() != Kind.GENERAL || !isMissing(routine));
    }

    @Override
    public List<String> names() throws CallFailedException {
        return repeat("list the routines", routines::names, failure -> true);
    }

    @Override
    public Receipt publish(Publication publication) throws CallFailedException {
        return repeat(
                "publish " + publication,
                () -> routines.publish(publication),
                failure -> failure.effect() == Effect.NONE || !shows(publication.routine(), publication::isShownBy));
    }

    @Override
    public void stage(RoutineName routine, String description, byte[] code) throws CallFailedException {
        repeat(
                "stage code of routine " + routine,
                () -> {
                    routines.stage(routine, description, code);
                    return null;
                },
                failure -> failure.effect() == Effect.NONE);
    }

    @Override
    public CodeRevision commit(RoutineName routine, String description) throws CallFailedException {
        return repeat(
                "commit code of routine " + routine,
                () -> routines.commit(routine, description),
                failure -> failure.effect() == Effect.NONE);
    }

    @Override
    public byte[] code(RoutineName routine, CodeRevision revision) throws CallFailedException {
        return repeat("read the code of revision " + revision, () -> routines.code(routine, revision), failure -> true);
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
                state -> Configurer.plan(state, settings).isEmpty());
    }

    /** A write that returns nothing: it is done when the routine shows it, whatever became of its answer. */
    private void write(String what, Write write, RoutineName routine, Predicate<RoutineState> done)
            throws CallFailedException {
        repeat(
                what,
                () -> {
                    try {
                        write.run();
                    } catch (CallFailedException e) {
                        if (e.effect() == Effect.NONE || !shows(routine, done)) {
                            throw e;
                        }
                        progress.warn("The attempt to " + what + " was not confirmed: " + e.getMessage()
                                + ". Yet the routine shows that it is done.");
                    }
                    return null;
                },
                failure -> true);
    }

    private <T> T repeat(String what, Operation<T> operation, Predicate<CallFailedException> repeatable)
            throws CallFailedException {
        Effect effect = Effect.NONE;
        for (int attempt = 1; ; attempt++) {
            if (time.isUp()) {
                throw timeIsUp(effect);
            }
            try {
                return operation.run();
            } catch (CallFailedException e) {
                // What an earlier attempt may have changed, no refusal of a later one takes back.
                effect = effect == Effect.UNKNOWN ? effect : e.effect();
                CallFailedException failure = e.withEffect(effect);
                if (!e.mayPass() || attempt > retries || !repeatable.test(e)) {
                    throw attempt == 1 ? failure : failure.because(", in the last of " + attempt + " attempts");
                }
                waitAfter(failure, attempt, what);
            }
        }
    }

    private void waitAfter(CallFailedException failure, int attempt, String what) throws CallFailedException {
        Duration wait = scaled(longest(attempt));
        if (wait.compareTo(time.left()) >= 0) {
            throw failure.because(
                    ", in attempt " + attempt + ", and <timeout> (-Dedge-routine.timeout) leaves no time for another");
        }
        progress.warn("Attempt " + attempt + " of " + (retries + 1) + " to " + what + " failed: "
                + failure.getMessage() + ". The next follows in "
                + String.format(Locale.ROOT, "%.1f", wait.toMillis() / 1000.0) + " s.");
        try {
            time.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure.because(", in attempt " + attempt + "; the build was stopped before another");
        }
    }

    private static Duration longest(int attempt) {
        Duration longest = FIRST_WAIT.multipliedBy(1L << Math.min(attempt - 1, 10));
        return longest.compareTo(LONGEST_WAIT) < 0 ? longest : LONGEST_WAIT;
    }

    private Duration scaled(Duration longest) {
        return Duration.ofMillis(Math.round(longest.toMillis() * chance.getAsDouble()));
    }

    /** Empty-handed, it says no: then the call is repeated, which does no harm. */
    private boolean shows(RoutineName routine, Predicate<RoutineState> done) {
        try {
            return done.test(routines.describe(routine));
        } catch (CallFailedException e) {
            return false;
        }
    }

    private boolean isMissing(RoutineName routine) {
        try {
            return !routines.names().contains(routine.text());
        } catch (CallFailedException e) {
            return false;
        }
    }

    private static CallFailedException timeIsUp(Effect effect) {
        return new CallFailedException(
                "the time of the goal is up, which <timeout> (-Dedge-routine.timeout) limits",
                Kind.LASTING,
                effect,
                "See above what took so long, or raise it.");
    }
}
