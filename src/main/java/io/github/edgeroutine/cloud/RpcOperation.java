// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import io.github.edgeroutine.routine.CallFailedException;
import java.util.Map;

/**
 * One operation of an {@link Api} with its arguments, as a value.
 *
 * @param action its name in the API
 * @param parameters of the form
 * @param isWrite whether it may change something; what only reads never has an effect, however it fails
 * @param reading makes the result of a confirmed answer
 * @param mostMib of the answer, in MiB; a longer one is a failure
 * @param isSecret whether the answer lets one in somewhere, so that no message may quote it
 */
public record RpcOperation<T>(
        String action,
        Map<String, String> parameters,
        boolean isWrite,
        Reading<T> reading,
        int mostMib,
        boolean isSecret) {

    /** Reads an answer that confirms the operation. */
    @FunctionalInterface
    public interface Reading<T> {

        /** @throws CallFailedException if the answer lacks what is needed, as {@link RpcAnswer#unreadable()} says it */
        T of(RpcAnswer answer) throws CallFailedException;
    }

    public RpcOperation {
        parameters = Map.copyOf(parameters);
    }

    public static <T> RpcOperation<T> read(String action, Map<String, String> parameters, Reading<T> reading) {
        return new RpcOperation<>(action, parameters, false, reading, 1, false);
    }

    public static <T> RpcOperation<T> write(String action, Map<String, String> parameters, Reading<T> reading) {
        return new RpcOperation<>(action, parameters, true, reading, 1, false);
    }

    public RpcOperation<T> answeringUpTo(int mib) {
        return new RpcOperation<>(action, parameters, isWrite, reading, mib, isSecret);
    }

    public RpcOperation<T> secret() {
        return new RpcOperation<>(action, parameters, isWrite, reading, mostMib, true);
    }
}
