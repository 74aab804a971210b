// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.call;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads a routine after a write, until it shows what was written or the time is over. */
public final class ReadBack {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration WORTH_A_WORD = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    /** The limit of failed reads if a later read is not expected to succeed. */
    private static final int MOST_IN_VAIN = 2;

    private final RoutineClient routines;
    private final GoalTime time;
    private final Progress progress;

    public ReadBack(RoutineClient routines, GoalTime time, Progress progress) {
        this.routines = routines;
        this.time = time;
        this.progress = progress;
    }

    /** Reads once, in all the time that is left; empty if the state cannot be read. */
    public Optional<RoutineState> lastLook(RoutineName routine) {
        time.releaseReserve();
        try {
            return Optional.of(routines.describe(routine));
        } catch (CallFailedException e) {
            // The caller reports that the state is not known.
            return Optional.empty();
        }
    }

    /**
     * Reads repeatedly, at longer and longer intervals. If the first read shows it, this is enough. Otherwise two
     * reads in a row must show it, because one server of the service may know it before another.
     *
     * @param shown whether a state shows what was written
     * @param seen whether the state could be read before the write
     * @param patience the limit of all pauses together, also limited by the time of the goal; the pause before the
     * confirming read does not count
     * @return the last state that was read; empty if all reads failed
     */
    public Optional<RoutineState> await(
            RoutineName routine, Predicate<RoutineState> shown, boolean seen, Patience patience) {
        return await(routine, shown, seen ? EnumSet.allOf(Reason.class) : Set.of(), patience);
    }

    /** For a routine that was just created: reads may fail until the service knows it. */
    public Optional<RoutineState> awaitNew(RoutineName routine, Predicate<RoutineState> shown, Patience patience) {
        return await(routine, shown, Set.of(Reason.MISSING, Reason.GENERAL), patience);
    }

    /** @param awaited the reasons for which a read may fail many times */
    private Optional<RoutineState> await(
            RoutineName routine, Predicate<RoutineState> shown, Set<Reason> awaited, Patience patience) {
        if (time.isUp()) {
            return lastLook(routine);
        }
        Optional<RoutineState> last = Optional.empty();
        Duration wait = FIRST_PAUSE;
        boolean wasOld = false;
        int agreeing = 0;
        int inVain = 0;
        while (true) {
            try {
                last = Optional.of(routines.describe(routine));
                agreeing = last.filter(shown).isPresent() ? agreeing + 1 : 0;
                wasOld = wasOld || agreeing == 0;
            } catch (CallFailedException e) {
                agreeing = 0;
                if (last.isEmpty() && !awaited.contains(e.reason())) {
                    inVain++;
                    if (inVain == MOST_IN_VAIN || e.reason() == Reason.DENIED) {
                        return Optional.empty();
                    }
                }
            }
            Duration pause = agreeing > 0 ? time.atMost(FIRST_PAUSE) : min(wait, time.atMost(patience.left()));
            if (agreeing > (wasOld ? 1 : 0) || pause.isZero() || !isOver(routine, pause, patience.left())) {
                return last;
            }
            if (agreeing == 0) {
                patience.take(pause);
                wait = min(wait.multipliedBy(2), LONGEST_PAUSE);
            }
        }
    }

    /** @return false if the build is being stopped */
    private boolean isOver(RoutineName routine, Duration pause, Duration left) {
        if (pause.compareTo(WORTH_A_WORD) >= 0) {
            progress.waits("Routine " + routine + " does not show it everywhere yet. Checking again in "
                    + pause.toSeconds() + " s, for the last time in "
                    + time.atMost(left).toSeconds() + " s.");
        }
        try {
            time.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Duration min(Duration one, Duration other) {
        return Collections.min(List.of(one, other));
    }
}
