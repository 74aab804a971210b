// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import io.github.edgeroutine.simulator.wire.PercentEncoding;
import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * ACS3-HMAC-SHA256 over the request line, some headers and the body. The client chooses the signed headers, but all
 * x-acs-* headers are required. The SDK's core does not sign {@code host}.
 *
 * @param signedHeaders in the order of the Authorization header
 * @param signature in hex
 */
record SignatureV3(RpcRequest request, String accessKeyId, List<String> signedHeaders, String signature)
        implements RequestSignature {

    private static final String ALGORITHM = "ACS3-HMAC-SHA256";

    static SignatureV3 of(RpcRequest request) throws ServiceRefusal {
        Map<String, String> parts = parts(request.raw().header("authorization"));
        if (!parts.keySet().containsAll(List.of("Credential", "SignedHeaders", "Signature"))) {
            throw GatewayRefusal.incompleteSignature();
        }
        List<String> signedHeaders = List.of(parts.get("SignedHeaders").split(";"));
        if (request.raw().header("x-acs-content-sha256").isEmpty() || leavesOut(request, signedHeaders)) {
            throw GatewayRefusal.incompleteSignature();
        }
        demand(request, "x-acs-date", "Timestamp");
        demand(request, "x-acs-signature-nonce", "SignatureNonce");
        return new SignatureV3(request, parts.get("Credential"), signedHeaders, parts.get("Signature"));
    }

    /** Clients send the parts in different orders. */
    private static Map<String, String> parts(String authorization) throws ServiceRefusal {
        if (!authorization.startsWith(ALGORITHM + " ")) {
            throw GatewayRefusal.incompleteSignature();
        }
        Map<String, String> parts = new HashMap<>();
        for (String part : authorization.substring(ALGORITHM.length()).split(",")) {
            String[] sides = part.trim().split("=", 2);
            parts.put(sides[0], sides.length == 2 ? sides[1] : "");
        }
        return parts;
    }

    private static boolean leavesOut(RpcRequest request, List<String> signedHeaders) {
        return request.raw().headers().keySet().stream()
                .anyMatch(name -> name.startsWith("x-acs-") && !signedHeaders.contains(name));
    }

    /** The name of a missing header in the real answer is not documented. Here it is the name of the V1 parameter. */
    private static void demand(RpcRequest request, String header, String parameter) throws ServiceRefusal {
        if (request.raw().header(header).isEmpty()) {
            throw GatewayRefusal.missing(parameter);
        }
    }

    @Override
    public String timestamp() {
        return request.raw().header("x-acs-date");
    }

    @Override
    public String nonce() {
        return request.raw().header("x-acs-signature-nonce");
    }

    @Override
    public String securityToken() {
        return request.raw().header("x-acs-security-token");
    }

    @Override
    public String stringToSign() {
        return ALGORITHM + "\n" + SignatureDigest.sha256(canonicalRequest().getBytes(StandardCharsets.UTF_8));
    }

    private String canonicalRequest() {
        String headers = signedHeaders.stream()
                .map(name -> name + ":" + request.raw().header(name) + "\n")
                .collect(Collectors.joining());
        return String.join(
                "\n",
                request.raw().method(),
                request.raw().path(),
                PercentEncoding.canonical(request.raw().query()),
                headers,
                String.join(";", signedHeaders),
                bodyDigest());
    }

    private String bodyDigest() {
        return SignatureDigest.sha256(request.raw().body());
    }

    @Override
    public boolean matches(String secret) {
        String expected = SignatureDigest.hex(SignatureDigest.hmac("HmacSHA256", secret, stringToSign()));
        return SignatureDigest.same(expected, signature)
                && SignatureDigest.same(bodyDigest(), request.raw().header("x-acs-content-sha256"));
    }
}
