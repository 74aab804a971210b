// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import io.github.edgeroutine.routine.CallFailedException.Effect;
import java.util.Optional;

/** An operation of the service as a value: its name, its purpose in words, what it may change, and how it is sent. */
public sealed interface Call<T> {

    /** The name in log and report, such as "publish". */
    String operation();

    /** What it is for, such as "publish revision 16 of routine hello in staging". */
    String purpose();

    Operation<T> sending();

    /** Sends it once. Whatever else is thrown is a call that failed, too. */
    default T send() throws CallFailedException {
        try {
            return sending().send();
        } catch (RuntimeException | Error e) {
            throw CallFailedException.brokenOff(e);
        }
    }

    /**
     * A call that changes nothing, so that it may always be repeated.
     *
     * @param routine the routine that is read; if the account does not have it, repeating the call is of no use
     */
    record ReadCall<T>(String operation, String purpose, Optional<RoutineName> routine, Operation<T> sending)
            implements Call<T> {}

    /**
     * A call that changes a routine. Whether it may be repeated is decided by a look at the routine.
     *
     * @param rule tells by that look whether the call is done
     */
    record WriteCall<T>(String operation, String purpose, RoutineName routine, WriteRule<T> rule, Operation<T> sending)
            implements Call<T> {}

    /** Tells by one look at the routine what a write came to whose answer is missing or refuses. */
    @FunctionalInterface
    interface WriteRule<T> {

        /**
         * Decides.
         *
         * @param failure of the write, which was sent
         * @param now what the routine shows after it
         */
        Decision<T> decide(CallFailedException failure, RoutineState now);

        /** Whether the write makes the routine. Then it is surely not done, and may be repeated, while there is none. */
        default boolean makesRoutine() {
            return false;
        }

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
}
