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

/** The errors of the gateway, shared by all RPC products of Alibaba Cloud. The first constant that matches is used. */
public enum GatewayError {
    THROTTLED(new ErrorRule(
                    "Throttling(\\..*)?|ServiceBusy|FlowControlError|QPS Limit Exceeded",
                    REFUSED,
                    NONE,
                    "The account is throttled: all its keys and tools together make too many calls. Try again"
                            + " in a minute.")
            .passing()),
    DOWN(new ErrorRule(
                    "ServiceUnavailable|InternalError",
                    UNANSWERED,
                    UNKNOWN,
                    "The service has an internal error. Try again later. If it fails again, open a ticket"
                            + " with the request id.")
            .passing()),
    UNKNOWN_KEY(new ErrorRule(
            "InvalidAccessKeyId(\\..*)?",
            REFUSED,
            NONE,
            "The AccessKey does not exist, is disabled or belongs to another site. Check it in the RAM"
                    + " console. The log above says which credentials were used.")),
    BAD_SIGNATURE(new ErrorRule(
            "SignatureDoesNotMatch|IncompleteSignature",
            REFUSED,
            NONE,
            "The AccessKey secret is wrong, or the STS token does not belong to the AccessKey. Other causes"
                    + " are a wrong clock, and a proxy that changes requests.")),
    CLOCK(new ErrorRule(
            "InvalidTimeStamp(\\..*)?",
            REFUSED,
            NONE,
            "The clock of this machine is wrong by several minutes. Set it.")),
    NONCE(new ErrorRule(
                    "SignatureNonceUsed",
                    REFUSED,
                    UNKNOWN,
                    "The service received the request twice. A proxy may repeat requests. Run the goal again.")
            .passing()),
    TOKEN(new ErrorRule(
            "InvalidSecurityToken(\\..*)?|SecurityTokenExpired",
            REFUSED,
            NONE,
            "The STS token has expired or does not belong to the AccessKey. Get a new token.")),
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
            "The service expects a parameter that this plugin does not send. Report it with the request id.")),
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
            error -> "Search the " + error.api().product()
                    + " error center for this code, or open a ticket with the request id."));

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
