// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import static io.github.edgeroutine.routine.CallFailedException.Effect.NONE;
import static io.github.edgeroutine.routine.CallFailedException.Effect.UNKNOWN;
import static io.github.edgeroutine.routine.CallFailedException.Reason.REFUSED;
import static io.github.edgeroutine.routine.CallFailedException.Reason.UNANSWERED;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Words for the errors of the service. Decided by code alone, since the same code comes with different HTTP statuses.
 * The codes are those of the operations' pages and of the gateway that all Alibaba Cloud RPC products share.
 */
public enum ServiceError {
    GENERAL(
            "EdgeRoutine\\.GeneralError",
            Reason.GENERAL,
            UNKNOWN,
            "The service gives this one code for many faults: see in {console} whether the routine, the revision and the"
                    + " environments exist, try again later, then open a ticket with the request id."),
    THROTTLED(
            "Throttling(\\..*)?|ServiceBusy|FlowControlError|QPS Limit Exceeded",
            REFUSED,
            NONE,
            "The account makes too many calls, with all its keys and tools together: try again in a minute."),
    DOWN(
            "ServiceUnavailable|InternalError",
            UNANSWERED,
            UNKNOWN,
            "The service has a fault of its own: try again later, then open a ticket with the request id."),
    UNKNOWN_KEY(
            "InvalidAccessKeyId(\\..*)?",
            REFUSED,
            NONE,
            "The AccessKey does not exist, is disabled or belongs to another site: see it in the RAM console, and which"
                    + " credentials the log names above."),
    BAD_SIGNATURE(
            "SignatureDoesNotMatch|IncompleteSignature",
            REFUSED,
            NONE,
            "The AccessKey secret is wrong, or the STS token does not belong to it; a clock that is far off and a proxy"
                    + " that rewrites requests have the same effect."),
    CLOCK(
            "InvalidTimeStamp(\\..*)?",
            REFUSED,
            NONE,
            "The clock of this machine is off by more than the service takes, which is some minutes: set it."),
    NONCE(
            "SignatureNonceUsed",
            REFUSED,
            UNKNOWN,
            "The request arrived twice; a proxy may repeat requests. Run the goal again."),
    TOKEN(
            "InvalidSecurityToken(\\..*)?|SecurityTokenExpired",
            REFUSED,
            NONE,
            "The STS token has expired or does not belong to the AccessKey: get a new one."),
    DENIED(
            "Forbidden(\\..*)?|NoPermission|.*\\.NoPermission",
            Reason.DENIED,
            NONE,
            "Grant the RAM user or role the action dcdn:%s on resource *."),
    NOT_ACTIVATED(
            ".*ServiceNotFound",
            REFUSED,
            NONE,
            "Edge Routine is not activated for this account: activate it in {console}. New accounts are sent to ESA."),
    MISSING(
            "Missing.+",
            REFUSED,
            NONE,
            "This plugin and the service disagree on the call: report it with the request id."),
    NO_SUCH_API(
            "InvalidApi(\\..*)?|InvalidVersion|InvalidAction(\\..*)?",
            REFUSED,
            NONE,
            "{endpoint} is not the DCDN API of version 2018-01-15."),
    CLEAR_TEXT("InvalidProtocol(\\..*)?", REFUSED, NONE, "{endpoint} must start with https://."),
    OTHER(".*", REFUSED, UNKNOWN, "Look the code up in the DCDN error centre, or open a ticket with the request id.");

    private static final Set<ServiceError> PASSING = EnumSet.of(GENERAL, THROTTLED, DOWN, NONCE);

    /** The one text of the general error that is known. */
    private static final String LIMIT_REACHED = "you got upper limit of code revisions";

    private static final String LIMIT_REMEDY =
            "The service keeps ten revisions of a routine, and staged code is one of them: delete some with"
                    + " edge-routine:prune, or let upload do it with {pruneOnLimit}.";

    private final String codes;
    private final Reason why;
    private final Effect effect;
    private final String remedy;

    ServiceError(String codes, Reason why, Effect effect, String remedy) {
        this.codes = codes;
        this.why = why;
        this.effect = effect;
        this.remedy = remedy;
    }

    /**
     * @param code as sent, fit to print
     * @param message fit to print; empty if there was none
     * @param requestId fit to print; empty if there was none
     */
    static CallFailedException of(String action, String code, String message, String requestId) {
        for (ServiceError error : values()) {
            if (code.matches(error.codes)) {
                boolean isLimit =
                        error == GENERAL && message.toLowerCase(Locale.ROOT).contains(LIMIT_REACHED);
                CallFailedException failure = new CallFailedException(
                        reason(code, message, requestId),
                        isLimit ? Reason.LIMIT : error.why,
                        error.effect,
                        isLimit ? LIMIT_REMEDY : String.format(Locale.ROOT, error.remedy, action),
                        requestId.isEmpty() ? null : requestId);
                return PASSING.contains(error) && !isLimit ? failure.passing() : failure;
            }
        }
        throw new IllegalStateException("the last error matches every code");
    }

    private static String reason(String code, String message, String requestId) {
        String text = message.isEmpty() ? "" : ", '" + message + "'";
        return code + text + " (" + (requestId.isEmpty() ? "no request id" : "request id " + requestId) + ")";
    }
}
