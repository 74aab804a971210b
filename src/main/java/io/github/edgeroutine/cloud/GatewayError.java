// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import static io.github.edgeroutine.routine.CallFailedException.Effect.NONE;
import static io.github.edgeroutine.routine.CallFailedException.Effect.UNKNOWN;
import static io.github.edgeroutine.routine.CallFailedException.Reason.DENIED;
import static io.github.edgeroutine.routine.CallFailedException.Reason.NOT_OFFERED;
import static io.github.edgeroutine.routine.CallFailedException.Reason.REFUSED;
import static io.github.edgeroutine.routine.CallFailedException.Reason.UNANSWERED;

import io.github.edgeroutine.routine.CallFailedException;
import java.util.stream.Stream;

/** The errors of the gateway that all RPC products of Alibaba Cloud share. The first constant that fits counts. */
public enum GatewayError {
    THROTTLED(new ErrorRule(
                    "Throttling(\\..*)?|ServiceBusy|FlowControlError|QPS Limit Exceeded",
                    REFUSED,
                    NONE,
                    "The account makes too many calls, with all its keys and tools together: try again in a minute.")
            .passing()),
    DOWN(new ErrorRule(
                    "ServiceUnavailable|InternalError",
                    UNANSWERED,
                    UNKNOWN,
                    "The service has a fault of its own: try again later, then open a ticket with the request id.")
            .passing()),
    UNKNOWN_KEY(new ErrorRule(
            "InvalidAccessKeyId(\\..*)?",
            REFUSED,
            NONE,
            "The AccessKey does not exist, is disabled or belongs to another site: see it in the RAM console, and which"
                    + " credentials the log names above.")),
    BAD_SIGNATURE(new ErrorRule(
            "SignatureDoesNotMatch|IncompleteSignature",
            REFUSED,
            NONE,
            "The AccessKey secret is wrong, or the STS token does not belong to it; a clock that is far off and a proxy"
                    + " that rewrites requests have the same effect.")),
    CLOCK(new ErrorRule(
            "InvalidTimeStamp(\\..*)?",
            REFUSED,
            NONE,
            "The clock of this machine is off by more than the service takes, which is some minutes: set it.")),
    NONCE(new ErrorRule(
                    "SignatureNonceUsed",
                    REFUSED,
                    UNKNOWN,
                    "The request arrived twice; a proxy may repeat requests. Run the goal again.")
            .passing()),
    TOKEN(new ErrorRule(
            "InvalidSecurityToken(\\..*)?|SecurityTokenExpired",
            REFUSED,
            NONE,
            "The STS token has expired or does not belong to the AccessKey: get a new one.")),
    NO_PERMISSION(new ErrorRule(
            "Forbidden(\\..*)?|NoPermission|.*\\.NoPermission",
            DENIED,
            NONE,
            error -> "Grant the RAM user or role the action "
                    + error.api().permission(error.operation().action()) + " on resource *.")),
    MISSING(new ErrorRule(
            "Missing.+",
            REFUSED,
            NONE,
            "This plugin and the service disagree on the call: report it with the request id.")),
    NO_SUCH_API(new ErrorRule(
            "InvalidApi(\\..*)?|InvalidVersion|InvalidAction(\\..*)?",
            NOT_OFFERED,
            NONE,
            error -> "{endpoint} is not the " + error.api().product() + " API of version "
                    + error.api().version() + ".")),
    CLEAR_TEXT(new ErrorRule("InvalidProtocol(\\..*)?", REFUSED, NONE, "{endpoint} must start with https://.")),
    OTHER(new ErrorRule(
            ".*",
            REFUSED,
            UNKNOWN,
            error -> "Look the code up in the " + error.api().product()
                    + " error centre, or open a ticket with the request id."));

    private final ErrorRule rule;

    GatewayError(ErrorRule rule) {
        this.rule = rule;
    }

    static CallFailedException failure(RpcError error) {
        return Stream.of(values())
                .map(each -> each.rule)
                .filter(rule -> rule.isFor(error))
                .findFirst()
                .orElse(OTHER.rule)
                .failure(error);
    }
}
