// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import io.github.edgeroutine.cloud.ErrorRule;
import io.github.edgeroutine.cloud.RpcError;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The error codes that only DCDN has, from the pages of its operations. The first constant that matches is used. */
enum DcdnError {
    /** The only known text of the general error code. */
    LIMIT(
            "you got upper limit of code revisions",
            new ErrorRule(
                    "EdgeRoutine\\.GeneralError",
                    Reason.LIMIT,
                    Effect.UNKNOWN,
                    "The service keeps at most ten revisions of a routine, including staged code. Delete some"
                            + " with edge-routine:prune, or let upload do it with {pruneOnLimit}.")),
    GENERAL(
            "",
            new ErrorRule(
                            "EdgeRoutine\\.GeneralError",
                            Reason.GENERAL,
                            Effect.UNKNOWN,
                            "The service uses this code for many different errors. Check in {console} whether"
                                    + " the routine, the revision and the environments exist. Then try again"
                                    + " later, or open a ticket with the request id.")
                    .passing()),
    NOT_ACTIVATED(
            "",
            new ErrorRule(
                    ".*ServiceNotFound",
                    Reason.REFUSED,
                    Effect.NONE,
                    "Edge Routine is not activated for this account. Activate it in {console}. Alibaba Cloud"
                            + " directs new accounts to ESA."));

    private final String text;
    private final ErrorRule rule;

    /** @param text a part of the service's message, in lower case */
    DcdnError(String text, ErrorRule rule) {
        this.text = text;
        this.rule = rule;
    }

    static Optional<CallFailedException> failure(RpcError error) {
        return Stream.of(values())
                .filter(each -> each.rule.isFor(error)
                        && error.message().toLowerCase(Locale.ROOT).contains(each.text))
                .findFirst()
                .map(each -> each.rule.failure(error));
    }
}
