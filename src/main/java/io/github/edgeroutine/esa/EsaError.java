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

/** The error codes that only ESA has, from the pages of its operations and from Alibaba Cloud's Terraform provider. */
enum EsaError {
    /** The provider calls it "optimistic lock". */
    BUSY(new ErrorRule(
                    "LockFailed|Site\\.ServiceBusy|TooManyRequests",
                    Reason.REFUSED,
                    NONE,
                    "Another client writes to the routine at the same time, or the service is busy. Try again"
                            + " in a minute.")
            .passing()),
    /**
     * The service's message says to try again later. A write may have been done, so it is not repeated before the
     * routine is read.
     */
    BROKEN(new ErrorRule(
            "InternalException|InternalOperationError",
            Reason.UNANSWERED,
            UNKNOWN,
            "The service has an internal error. Try again later. If it fails again, open a ticket with the"
                    + " request id.")),
    NO_ROUTINE(new ErrorRule(
            "RoutineNotExist", Reason.MISSING, NONE, otherSite("The account has no routine" + " with this name."))),
    NOT_OPENED(new ErrorRule(
            "ServiceNotOpen",
            Reason.REFUSED,
            NONE,
            otherSite("Edge Routine of ESA is not activated for this account. Activate it in {console}."))),
    /** The gateway has the same code, but does not know the two sites. */
    UNKNOWN_KEY(new ErrorRule(
            "InvalidAccessKeyId(\\..*)?",
            Reason.REFUSED,
            NONE,
            otherSite("The AccessKey does not exist or is disabled. Check it in the RAM console. The log above"
                    + " says which credentials were used."))),
    HALTED(new ErrorRule(
            "RoutineUserServiceStatusHalt",
            Reason.REFUSED,
            NONE,
            "Edge Routine is stopped for this account. Find the cause in {console}, for example an unpaid" + " bill.")),
    LIMIT(new ErrorRule(
            "CodeVersionNumberExceedQuotaLimit",
            Reason.LIMIT,
            NONE,
            "The plan of the account allows no more revisions of the routine, including staged code. Delete"
                    + " some with edge-routine:prune, or let upload do it with {pruneOnLimit}.")),
    /** The page has the first spelling. Clients of Alibaba Cloud also expect the others. */
    TAKEN(new ErrorRule(
            "RoutineAlreadyExist|RoutineNameAlreadyExists?",
            Reason.REFUSED,
            NONE,
            "The name is already in use. If this account has no routine with this name, another account may"
                    + " use it. Choose another {name}.")),
    NO_ROOM(new ErrorRule(
            "RoutineNumberExceedQuotaLimit",
            Reason.REFUSED,
            NONE,
            "The plan of the account allows no more routines. Delete one that is not needed, or choose a"
                    + " larger plan, in {console}.")),
    /** The service's message says to try again, but a retry does not help. */
    IN_USE(new ErrorRule(
            "DependedByOthers",
            Reason.REFUSED,
            NONE,
            "The revision is in use: an environment sends all or a part of its traffic to it. Run"
                    + " edge-routine:status to see which.")),
    WRONG(new ErrorRule(
            "InvalidParameter|ParameterNotExist",
            Reason.REFUSED,
            NONE,
            error -> error.operation().action().equals(EsaAction.CREATE.action())
                    ? "The service does not accept this name or description. Choose another {name}."
                    : "The service does not know this revision or does not accept it. It may have been deleted, or"
                            + " not ready yet. Run edge-routine:status to list the revisions."));

    private final ErrorRule rule;

    EsaError(ErrorRule rule) {
        this.rule = rule;
    }

    private static String otherSite(String reason) {
        return reason + " Accounts of aliyun.com need {region=cn-hangzhou}, accounts of alibabacloud.com need"
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
