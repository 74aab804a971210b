// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

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
}
