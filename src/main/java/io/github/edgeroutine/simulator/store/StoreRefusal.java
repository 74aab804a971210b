// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.store;

import io.github.edgeroutine.simulator.wire.ServiceRefusal;

/** The refusals of the object store, with its own codes. The texts are those of the real store unless marked. */
final class StoreRefusal {

    private StoreRefusal() {}

    static ServiceRefusal noSuchBucket() {
        return new ServiceRefusal(404, "NoSuchBucket", "The specified bucket does not exist.");
    }

    static ServiceRefusal methodNotAllowed() {
        return new ServiceRefusal(
                405, "MethodNotAllowed", "The specified method is not allowed against this resource.");
    }

    static ServiceRefusal malformed() {
        return new ServiceRefusal(
                400, "MalformedPOSTRequest", "The body of your POST request is not well-formed multipart/form-data.");
    }

    static ServiceRefusal fileNotLast() {
        return invalid("the part file must be there and the last one");
    }

    /** @param flaw such as "is missing" */
    static ServiceRefusal field(String name, String flaw) {
        return invalid("the field " + name + " " + flaw);
    }

    private static ServiceRefusal invalid(String text) {
        return new ServiceRefusal(400, "InvalidArgument", "(simulated) " + text);
    }

    static ServiceRefusal unknownPolicy() {
        return new ServiceRefusal(403, "AccessDenied", "(simulated) this policy was not handed out, or is used up");
    }

    static ServiceRefusal policyExpired() {
        return new ServiceRefusal(403, "AccessDenied", "Invalid according to Policy: Policy expired.");
    }

    static ServiceRefusal unknownKey() {
        return new ServiceRefusal(
                403, "InvalidAccessKeyId", "The OSS Access Key Id you provided does not exist in our records.");
    }

    static ServiceRefusal signatureDoesNotMatch() {
        return new ServiceRefusal(
                403,
                "SignatureDoesNotMatch",
                "The request signature we calculated does not match the signature you provided. Check your key and"
                        + " signing method.");
    }
}
