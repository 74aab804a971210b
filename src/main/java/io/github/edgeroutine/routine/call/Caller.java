// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.call;

import io.github.edgeroutine.routine.Call;
import io.github.edgeroutine.routine.CallFailedException;

/** Makes calls. Callers form a chain: one repeats calls, one logs them, the last one sends them. */
@FunctionalInterface
public interface Caller {

    /** Sends each call once. */
    Caller ONCE = Call::send;

    <T> T call(Call<T> call) throws CallFailedException;
}
