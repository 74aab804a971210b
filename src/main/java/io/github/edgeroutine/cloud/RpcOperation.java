// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import io.github.edgeroutine.routine.CallFailedException;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One operation of an {@link Api} with its arguments, as a value.
 *
 * @param action its name in the API
 * @param parameters of the form
 * @param isWrite whether it may change something; a failed read has no effect
 * @param reading creates the result from a confirmed answer
 * @param mostMib the limit for the answer, in MiB; a longer answer is a failure
 * @param isSecret whether the answer contains a credential or a secret, so that no message may quote it
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

        /** @throws CallFailedException if required data is missing, from {@link RpcAnswer#unreadable()} */
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

    /** The same, which tells the request id of its answer before the answer is read. */
    RpcOperation<T> telling(Consumer<String> requestIds) {
        Reading<T> telling = answer -> {
            requestIds.accept(answer.requestId());
            return reading.of(answer);
        };
        return new RpcOperation<>(action, parameters, isWrite, telling, mostMib, isSecret);
    }

    public RpcOperation<T> secret() {
        return new RpcOperation<>(action, parameters, isWrite, reading, mostMib, true);
    }
}
