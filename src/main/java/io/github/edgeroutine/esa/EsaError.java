// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.esa;

import static io.github.edgeroutine.routine.CallFailedException.Effect.NONE;
import static io.github.edgeroutine.routine.CallFailedException.Effect.UNKNOWN;

import io.github.edgeroutine.cloud.ErrorRule;
import io.github.edgeroutine.cloud.RpcError;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import java.util.Optional;
import java.util.stream.Stream;

/** The errors of ESA's own, from the pages of its operations and from Alibaba Cloud's provider for Terraform. */
enum EsaError {
    /** "Optimistic lock", as the provider calls it. */
    BUSY(new ErrorRule(
                    "LockFailed|Site\\.ServiceBusy|TooManyRequests",
                    Reason.REFUSED,
                    NONE,
                    "Another client writes to the routine at the same time, or the service has too much to do: try again"
                            + " in a minute.")
            .passing()),
    /** Its text asks to try again later. After a write nobody knows whether it was done, so that only a look tells. */
    BROKEN(new ErrorRule(
            "InternalException|InternalOperationError",
            Reason.UNANSWERED,
            UNKNOWN,
            "The service has a fault of its own: try again later, then open a ticket with the request id.")),
    NO_ROUTINE(new ErrorRule("RoutineNotExist", Reason.MISSING, NONE, otherSite("The account has no such routine."))),
    NOT_OPENED(new ErrorRule(
            "ServiceNotOpen",
            Reason.REFUSED,
            NONE,
            otherSite("Edge Routine of ESA is not activated for this account: activate it in {console}."))),
    /** The gateway has the same code, but knows nothing of sites. */
    UNKNOWN_KEY(new ErrorRule(
            "InvalidAccessKeyId(\\..*)?",
            Reason.REFUSED,
            NONE,
            otherSite(
                    "The AccessKey does not exist or is disabled: see it in the RAM console, and which credentials the"
                            + " log names above."))),
    HALTED(new ErrorRule(
            "RoutineUserServiceStatusHalt",
            Reason.REFUSED,
            NONE,
            "Edge Routine is stopped for this account: see in {console} what is wrong, such as an unpaid bill.")),
    LIMIT(new ErrorRule(
            "CodeVersionNumberExceedQuotaLimit",
            Reason.LIMIT,
            NONE,
            "The plan of the account has no room for another revision of the routine, and staged code is one of them:"
                    + " delete some with edge-routine:prune, or let upload do it with {pruneOnLimit}.")),
    /** The page has the first spelling, clients of Alibaba Cloud look for the others. */
    TAKEN(new ErrorRule(
            "RoutineAlreadyExist|RoutineNameAlreadyExists?",
            Reason.REFUSED,
            NONE,
            "The name is taken. If this account does not show such a routine, another one may have it: choose another"
                    + " {name}.")),
    NO_ROOM(new ErrorRule(
            "RoutineNumberExceedQuotaLimit",
            Reason.REFUSED,
            NONE,
            "The plan of the account has no room for another routine: delete one that nobody needs, or take a larger"
                    + " plan, in {console}.")),
    /** The text that comes with it asks in vain to try again. */
    IN_USE(new ErrorRule(
            "DependedByOthers",
            Reason.REFUSED,
            NONE,
            "Something still needs it: an environment runs the revision, with a share of its traffic at least. See it"
                    + " with edge-routine:status.")),
    WRONG(new ErrorRule(
            "InvalidParameter|ParameterNotExist",
            Reason.REFUSED,
            NONE,
            error -> error.operation().action().equals(EsaAction.CREATE.action())
                    ? "The service does not take this name or description: choose another {name}."
                    : "The service knows no such revision, or does not take it: it may be gone, or not ready yet. See"
                            + " with edge-routine:status which there are."));

    private final ErrorRule rule;

    EsaError(ErrorRule rule) {
        this.rule = rule;
    }

    private static String otherSite(String reason) {
        return reason + " Accounts of aliyun.com need {region=cn-hangzhou}, those of alibabacloud.com"
                + " {region=ap-southeast-1}.";
    }

    static Optional<CallFailedException> failure(RpcError error) {
        return Stream.of(values())
                .filter(each -> each.rule.isFor(error))
                .findFirst()
                .map(each -> each.of(error));
    }

    private CallFailedException of(RpcError error) {
        CallFailedException failure = rule.failure(error);
        return switch (this) {
            case BUSY, IN_USE, WRONG -> failure.ofThisCall();
            case BROKEN -> error.operation().isWrite() ? failure : failure.passing();
            default -> failure;
        };
    }
}
