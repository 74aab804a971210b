// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import java.util.function.Function;

/**
 * What some error codes mean. The code alone decides, since the same code comes with different HTTP statuses.
 *
 * @param codes a regular expression
 * @param effect what the failed operation may have changed
 * @param mayPass whether a second try may go well
 * @param remedy what the user does now
 */
public record ErrorRule(
        String codes, Reason reason, Effect effect, boolean mayPass, Function<RpcError, String> remedy) {

    /** Of an error that a second try does not mend. */
    public ErrorRule(String codes, Reason reason, Effect effect, Function<RpcError, String> remedy) {
        this(codes, reason, effect, false, remedy);
    }

    /** Of an error that a second try does not mend. */
    public ErrorRule(String codes, Reason reason, Effect effect, String remedy) {
        this(codes, reason, effect, error -> remedy);
    }

    /** The same, for errors after which a second try may go well. */
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
