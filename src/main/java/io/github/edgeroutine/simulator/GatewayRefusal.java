// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import io.github.edgeroutine.simulator.wire.ServiceRefusal;

/** The refusals of the gateway before a request reaches a service. Codes and messages are documented unless marked. */
final class GatewayRefusal {

    private GatewayRefusal() {}

    static ServiceRefusal missing(String parameter) {
        return new ServiceRefusal(400, "Missing" + parameter, parameter + " is mandatory for this action.");
    }

    static ServiceRefusal unknownOperation() {
        return new ServiceRefusal(
                404, "InvalidApi.NotFound", "Specified api is not found,please check your url and method.");
    }

    static ServiceRefusal incompleteSignature() {
        return new ServiceRefusal(
                400, "IncompleteSignature", "The request signature does not conform to Aliyun standards.");
    }

    /**
     * The gateway's page says 400, product pages say 403. That the answer repeats the string to sign is documented for
     * V1 and assumed for V3.
     */
    static ServiceRefusal signatureDoesNotMatch(String stringToSign) {
        return new ServiceRefusal(
                400,
                "SignatureDoesNotMatch",
                "Specified signature is not matched with our calculation. server string to sign is:" + stringToSign);
    }

    static ServiceRefusal unknownAccessKey() {
        return new ServiceRefusal(404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.");
    }

    /** The second half of the code is invented. Only {@code InvalidSecurityToken.*} is known. */
    static ServiceRefusal wrongSecurityToken() {
        return new ServiceRefusal(
                400, "InvalidSecurityToken.Malformed", "(simulated) The security token is not the one of this key.");
    }

    static ServiceRefusal nonceUsed() {
        return new ServiceRefusal(400, "SignatureNonceUsed", "Specified signature nonce was used already.");
    }

    static ServiceRefusal expiredTimestamp() {
        return new ServiceRefusal(400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.");
    }

    static ServiceRefusal unreadableTimestamp() {
        return new ServiceRefusal(
                400, "InvalidTimeStamp.Format", "Specified time stamp or date value is not well formatted.");
    }

    /** An error of the simulator itself. The client gets it as an answer, and the connection stays open. */
    static ServiceRefusal broken(Throwable cause) {
        return new ServiceRefusal(500, "InternalError", "(simulated) the simulator failed: " + cause);
    }
}
