// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

/**
 * The service says no. Codes, statuses and messages are the documented ones unless
 * marked. Documents differ on some statuses, so that clients should decide by code alone.
 */
public final class ServiceRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    public ServiceRefusal(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public static ServiceRefusal missing(String parameter) {
        return new ServiceRefusal(400, "Missing" + parameter, parameter + " is mandatory for this action.");
    }

    public static ServiceRefusal unknownOperation() {
        return new ServiceRefusal(
                404, "InvalidApi.NotFound", "Specified api is not found,please check your url and method.");
    }

    public static ServiceRefusal generalError(String text) {
        return new ServiceRefusal(400, "EdgeRoutine.GeneralError", "A server error occurred: " + text);
    }

    /** The one text of this code that is known. */
    public static ServiceRefusal revisionLimit() {
        return generalError("you got upper limit of code revisions");
    }

    public static ServiceRefusal noRevision(String routine, String revision) {
        return generalError("(simulated) the routine " + routine + " has no code revision " + revision);
    }

    public static ServiceRefusal incompleteSignature() {
        return new ServiceRefusal(
                400, "IncompleteSignature", "The request signature does not conform to Aliyun standards.");
    }

    /** 400 after the gateway's page; product pages say 403. The echo is known of V1 and presumed of V3. */
    public static ServiceRefusal signatureDoesNotMatch(String stringToSign) {
        return new ServiceRefusal(
                400,
                "SignatureDoesNotMatch",
                "Specified signature is not matched with our calculation. server string to sign is:" + stringToSign);
    }

    public static ServiceRefusal unknownAccessKey() {
        return new ServiceRefusal(404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.");
    }

    /** Invented: only the first half of the code is known, {@code InvalidSecurityToken.*}. */
    public static ServiceRefusal wrongSecurityToken() {
        return new ServiceRefusal(
                400, "InvalidSecurityToken.Malformed", "(simulated) The security token is not the one of this key.");
    }

    public static ServiceRefusal nonceUsed() {
        return new ServiceRefusal(400, "SignatureNonceUsed", "Specified signature nonce was used already.");
    }

    public static ServiceRefusal expiredTimestamp() {
        return new ServiceRefusal(400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.");
    }

    public static ServiceRefusal unreadableTimestamp() {
        return new ServiceRefusal(
                400, "InvalidTimeStamp.Format", "Specified time stamp or date value is not well formatted.");
    }

    /** A fault of the simulator itself, told to whoever called it instead of a cut connection. */
    public static ServiceRefusal broken(RuntimeException cause) {
        return new ServiceRefusal(500, "InternalError", "(simulated) the simulator failed: " + cause);
    }
}
