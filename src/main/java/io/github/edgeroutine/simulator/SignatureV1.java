// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import io.github.edgeroutine.simulator.wire.PercentEncoding;
import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import java.util.Base64;
import java.util.Map;

/**
 * HMAC-SHA1 over all parameters.
 *
 * @param parameters of query and form together, without Signature
 * @param signature in Base64
 */
record SignatureV1(String method, Map<String, String> parameters, String signature) implements RequestSignature {

    static SignatureV1 of(RpcRequest request) throws ServiceRefusal {
        for (String name : new String[] {"AccessKeyId", "SignatureNonce", "Timestamp"}) {
            request.mandatory(name);
        }
        if (!request.mandatory("SignatureMethod").equals("HMAC-SHA1")
                || !request.mandatory("SignatureVersion").equals("1.0")) {
            throw GatewayRefusal.incompleteSignature();
        }
        Map<String, String> parameters = request.signedParameters();
        parameters.remove("Signature");
        return new SignatureV1(request.raw().method(), parameters, request.mandatory("Signature"));
    }

    @Override
    public String accessKeyId() {
        return parameters.get("AccessKeyId");
    }

    @Override
    public String timestamp() {
        return parameters.get("Timestamp");
    }

    @Override
    public String nonce() {
        return parameters.get("SignatureNonce");
    }

    @Override
    public String securityToken() {
        return parameters.getOrDefault("SecurityToken", "");
    }

    @Override
    public String stringToSign() {
        return method + "&%2F&" + PercentEncoding.encode(PercentEncoding.canonical(parameters));
    }

    @Override
    public boolean matches(String secret) {
        byte[] expected = SignatureDigest.hmac("HmacSHA1", secret + "&", stringToSign());
        return SignatureDigest.same(Base64.getEncoder().encodeToString(expected), signature);
    }
}
