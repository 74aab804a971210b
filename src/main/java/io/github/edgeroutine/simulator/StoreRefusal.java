// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

/** The object store says no. The codes are its own and not those of the service; a text of it is one unless marked. */
final class StoreRefusal {

    private StoreRefusal() {}

    static Refusal noSuchBucket() {
        return new Refusal(404, "NoSuchBucket", "The specified bucket does not exist.");
    }

    static Refusal methodNotAllowed() {
        return new Refusal(405, "MethodNotAllowed", "The specified method is not allowed against this resource.");
    }

    static Refusal malformed() {
        return new Refusal(
                400, "MalformedPOSTRequest", "The body of your POST request is not well-formed multipart/form-data.");
    }

    static Refusal fileNotLast() {
        return invalid("the part file must be there and the last one");
    }

    static Refusal repeated(String field) {
        return invalid("the field " + field + " is there twice");
    }

    static Refusal missing(String field) {
        return invalid("the field " + field + " is missing");
    }

    static Refusal wrong(String field) {
        return invalid("the field " + field + " is not what was handed out");
    }

    private static Refusal invalid(String text) {
        return new Refusal(400, "InvalidArgument", "(simulated) " + text);
    }

    static Refusal unknownPolicy() {
        return new Refusal(403, "AccessDenied", "(simulated) this policy was not handed out, or is used up");
    }

    static Refusal policyExpired() {
        return new Refusal(403, "AccessDenied", "Invalid according to Policy: Policy expired.");
    }

    static Refusal unknownKey() {
        return new Refusal(
                403, "InvalidAccessKeyId", "The OSS Access Key Id you provided does not exist in our records.");
    }

    static Refusal signatureDoesNotMatch() {
        return new Refusal(
                403,
                "SignatureDoesNotMatch",
                "The request signature we calculated does not match the signature you provided. Check your key and"
                        + " signing method.");
    }
}
