// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import io.github.edgeroutine.simulator.wire.ServiceRefusal;

/** The signature of a request. There are two versions, each in its own class. */
sealed interface RequestSignature permits SignatureV1, SignatureV3 {

    /** @throws Refusal if a part of it is missing or unknown */
    static RequestSignature of(RpcRequest request) throws ServiceRefusal {
        return request.raw().header("authorization").isEmpty() ? SignatureV1.of(request) : SignatureV3.of(request);
    }

    String accessKeyId();

    String timestamp();

    String nonce();

    /** Empty if the request has no token. */
    String securityToken();

    String stringToSign();

    boolean matches(String secret);
}
