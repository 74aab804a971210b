// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.call;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.EdgeRoutines;

/** A call of {@link EdgeRoutines}, yet to be made. */
@FunctionalInterface
public interface Operation<T> {

    T run() throws CallFailedException;

    /** Runs it; whatever else is thrown is a call that failed, too. */
    default T attempt() throws CallFailedException {
        try {
            return run();
        } catch (RuntimeException | Error e) {
            throw CallFailedException.brokenOff(e);
        }
    }
}
