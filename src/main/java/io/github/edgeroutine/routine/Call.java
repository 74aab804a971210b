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

    /** Sends it once. Each unexpected exception becomes a failed call. */
    default T send() throws CallFailedException {
        try {
            return sending().send();
        } catch (RuntimeException | Error e) {
            throw CallFailedException.brokenOff(e);
        }
    }

    /**
     * A call that changes nothing, so it may always be repeated.
     *
     * @param routine the routine that is read; if the account does not have it, a retry is useless
     */
    record ReadCall<T>(String operation, String purpose, Optional<RoutineName> routine, Operation<T> sending)
            implements Call<T> {}

    /**
     * A call that changes a routine. The routine is read to decide whether the call may be repeated.
     *
     * @param rule decides by this state whether the call is done
     */
    record WriteCall<T>(String operation, String purpose, RoutineName routine, WriteRule<T> rule, Operation<T> sending)
            implements Call<T> {}

    /** Decides by the state of the routine whether a write is done, if its answer is missing or is an error. */
    @FunctionalInterface
    interface WriteRule<T> {

        /**
         * Decides.
         *
         * @param failure of the write, which was sent
         * @param now what the routine shows after it
         */
        Decision<T> decide(CallFailedException failure, RoutineState now);

        /**
         * Whether the write creates the routine. As long as the routine does not exist, the write is not done and
         * may be repeated.
         */
        default boolean makesRoutine() {
            return false;
        }

        /** The result of a write.
         *
         * @param done what the write returns, if it is done; empty if it is not, or if this is not known
         * @param mayRepeat whether it is safe to repeat it
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

            /** The routine does not show whether the write is done. */
            public static <T> Decision<T> notKnown() {
                return new Decision<>(Optional.empty(), false, Effect.UNKNOWN);
            }
        }
    }
}
