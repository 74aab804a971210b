// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import java.time.Duration;
import java.util.Optional;

/** Looks at a routine after a write, until it shows what was written or time is up. */
final class ReadBack {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration WORTH_A_WORD = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final EdgeRoutines routines;
    private final GoalTime time;
    private final Progress progress;

    ReadBack(EdgeRoutines routines, GoalTime time, Progress progress) {
        this.routines = routines;
        this.time = time;
        this.progress = progress;
    }

    /** One look; empty if the state cannot be read. */
    Optional<RoutineState> look(RoutineName routine) {
        try {
            return Optional.of(routines.describe(routine));
        } catch (CallFailedException e) {
            // The caller says that the state is not known; a failed look changes nothing about what it looks for.
            return Optional.empty();
        }
    }

    /**
     * Looks again and again, at longer and longer intervals.
     *
     * @param patience for all pauses together, as far as the goal has so much time left
     * @return the last state that could be read; empty if none could
     */
    Optional<RoutineState> await(Plan plan, Duration patience) {
        Optional<RoutineState> last = look(plan.routine());
        Duration left = patience;
        Duration wait = FIRST_PAUSE;
        while (!last.map(plan::isShownBy).orElse(false) && !time.atMost(left).isZero()) {
            // A look takes of the goal's time, too.
            wait = min(wait, time.atMost(left));
            if (wait.compareTo(WORTH_A_WORD) >= 0) {
                progress.waits("Routine " + plan.routine() + " does not show it everywhere yet; the next look is in "
                        + wait.toSeconds() + " s, the last in "
                        + time.atMost(left).toSeconds() + " s.");
            }
            try {
                time.sleep(wait);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return last;
            }
            left = left.minus(wait);
            wait = min(wait.multipliedBy(2), LONGEST_PAUSE);
            Optional<RoutineState> next = look(plan.routine());
            last = next.isPresent() ? next : last;
        }
        return last;
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
