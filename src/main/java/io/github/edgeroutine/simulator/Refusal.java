// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

/**
 * The service says no. Codes, statuses and messages are the documented ones unless
 * marked. Documents differ on some statuses, so that clients should decide by code alone.
 */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    Refusal(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    static Refusal missing(String parameter) {
        return new Refusal(400, "Missing" + parameter, parameter + " is mandatory for this action.");
    }

    static Refusal unknownOperation() {
        return new Refusal(404, "InvalidApi.NotFound", "Specified api is not found,please check your url and method.");
    }

    static Refusal generalError(String text) {
        return new Refusal(400, "EdgeRoutine.GeneralError", "A server error occurred: " + text);
    }

    /** The one text of this code that is known. */
    static Refusal revisionLimit() {
        return generalError("you got upper limit of code revisions");
    }

    static Refusal noRevision(String routine, String revision) {
        return generalError("(simulated) the routine " + routine + " has no code revision " + revision);
    }

    static Refusal incompleteSignature() {
        return new Refusal(400, "IncompleteSignature", "The request signature does not conform to Aliyun standards.");
    }

    /** 400 after the gateway's page; product pages say 403. The echo is known of V1 and presumed of V3. */
    static Refusal signatureDoesNotMatch(String stringToSign) {
        return new Refusal(
                400,
                "SignatureDoesNotMatch",
                "Specified signature is not matched with our calculation. server string to sign is:" + stringToSign);
    }

    static Refusal unknownAccessKey() {
        return new Refusal(404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.");
    }

    /** Invented: only the first half of the code is known, {@code InvalidSecurityToken.*}. */
    static Refusal wrongSecurityToken() {
        return new Refusal(
                400, "InvalidSecurityToken.Malformed", "(simulated) The security token is not the one of this key.");
    }

    static Refusal nonceUsed() {
        return new Refusal(400, "SignatureNonceUsed", "Specified signature nonce was used already.");
    }

    static Refusal expiredTimestamp() {
        return new Refusal(400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.");
    }

    static Refusal unreadableTimestamp() {
        return new Refusal(400, "InvalidTimeStamp.Format", "Specified time stamp or date value is not well formatted.");
    }

    /** A fault of the simulator itself, told to whoever called it instead of a cut connection. */
    static Refusal broken(RuntimeException cause) {
        return new Refusal(500, "InternalError", "(simulated) the simulator failed: " + cause);
    }
}
