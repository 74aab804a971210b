// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import io.github.edgeroutine.routine.CallFailedException.Effect;
import java.util.Optional;

/** Tells by one look at the routine what a write came to whose answer is missing or refuses. */
@FunctionalInterface
public interface WriteRule<T> {

    /**
     * Decides.
     *
     * @param failure of the write, which was sent
     * @param now what the routine shows after it
     */
    Decision<T> decide(CallFailedException failure, RoutineState now);

    /**
     * What a write came to.
     *
     * @param done what the write returns, if it is done; empty if it is not, or if nobody can tell
     * @param mayRepeat whether to repeat it does no harm
     * @param effect what it may have changed, if it is not done
     */
    record Decision<T>(Optional<T> done, boolean mayRepeat, Effect effect) {

        /** The routine shows that the write is done. */
        public static <T> Decision<T> done(T result) {
            return new Decision<>(Optional.of(result), false, Effect.UNKNOWN);
        }

        /** The routine shows that the write is not done. */
        public static <T> Decision<T> notDone(Effect effect) {
            return new Decision<>(Optional.empty(), true, effect);
        }

        /** The routine does not tell whether the write is done. */
        public static <T> Decision<T> notKnown() {
            return new Decision<>(Optional.empty(), false, Effect.UNKNOWN);
        }
    }
}
