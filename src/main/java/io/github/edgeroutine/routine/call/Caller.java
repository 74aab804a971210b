// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.call;

import io.github.edgeroutine.routine.Call;
import io.github.edgeroutine.routine.CallFailedException;

/** Makes calls. Callers stand one before the other: one repeats, one writes down, the last one sends. */
@FunctionalInterface
public interface Caller {

    /** Sends each call once. */
    Caller ONCE = Call::send;

    <T> T call(Call<T> call) throws CallFailedException;
}
