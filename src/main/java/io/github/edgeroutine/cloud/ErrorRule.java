// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import java.util.function.Function;

/**
 * The meaning of some error codes. Only the code decides, because the same code comes with different HTTP statuses.
 *
 * @param codes a regular expression
 * @param effect what the failed operation may have changed
 * @param mayPass whether a retry may succeed
 * @param remedy what the user can do
 */
public record ErrorRule(
        String codes, Reason reason, Effect effect, boolean mayPass, Function<RpcError, String> remedy) {

    /** For an error that a retry does not fix. */
    public ErrorRule(String codes, Reason reason, Effect effect, Function<RpcError, String> remedy) {
        this(codes, reason, effect, false, remedy);
    }

    /** For an error that a retry does not fix. */
    public ErrorRule(String codes, Reason reason, Effect effect, String remedy) {
        this(codes, reason, effect, error -> remedy);
    }

    /** The same rule, for errors that a retry may fix. */
    public ErrorRule passing() {
        return new ErrorRule(codes, reason, effect, true, remedy);
    }

    public boolean isFor(RpcError error) {
        return error.code().matches(codes);
    }

    public CallFailedException failure(RpcError error) {
        CallFailedException failure = new CallFailedException(
                error.toString(),
                reason,
                effect,
                remedy.apply(error),
                error.requestId().isEmpty() ? null : error.requestId());
        return mayPass ? failure.passing() : failure;
    }
}
