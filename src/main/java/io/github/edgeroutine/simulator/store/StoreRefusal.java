// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.store;

import io.github.edgeroutine.simulator.ServiceRefusal;

/** The object store says no. The codes are its own and not those of the service; a text of it is one unless marked. */
public final class StoreRefusal {

    private StoreRefusal() {}

    public static ServiceRefusal noSuchBucket() {
        return new ServiceRefusal(404, "NoSuchBucket", "The specified bucket does not exist.");
    }

    public static ServiceRefusal methodNotAllowed() {
        return new ServiceRefusal(
                405, "MethodNotAllowed", "The specified method is not allowed against this resource.");
    }

    public static ServiceRefusal malformed() {
        return new ServiceRefusal(
                400, "MalformedPOSTRequest", "The body of your POST request is not well-formed multipart/form-data.");
    }

    public static ServiceRefusal fileNotLast() {
        return invalid("the part file must be there and the last one");
    }

    public static ServiceRefusal repeated(String field) {
        return invalid("the field " + field + " is there twice");
    }

    public static ServiceRefusal missing(String field) {
        return invalid("the field " + field + " is missing");
    }

    public static ServiceRefusal wrong(String field) {
        return invalid("the field " + field + " is not what was handed out");
    }

    private static ServiceRefusal invalid(String text) {
        return new ServiceRefusal(400, "InvalidArgument", "(simulated) " + text);
    }

    public static ServiceRefusal unknownPolicy() {
        return new ServiceRefusal(403, "AccessDenied", "(simulated) this policy was not handed out, or is used up");
    }

    public static ServiceRefusal policyExpired() {
        return new ServiceRefusal(403, "AccessDenied", "Invalid according to Policy: Policy expired.");
    }

    public static ServiceRefusal unknownKey() {
        return new ServiceRefusal(
                403, "InvalidAccessKeyId", "The OSS Access Key Id you provided does not exist in our records.");
    }

    public static ServiceRefusal signatureDoesNotMatch() {
        return new ServiceRefusal(
                403,
                "SignatureDoesNotMatch",
                "The request signature we calculated does not match the signature you provided. Check your key and"
                        + " signing method.");
    }
}
