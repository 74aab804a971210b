// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import com.aliyuncs.auth.AlibabaCloudCredentials;
import com.aliyuncs.auth.SignatureVersion;
import com.aliyuncs.auth.Signer;
import com.aliyuncs.auth.signers.SignatureAlgorithm;
import com.aliyuncs.http.FormatType;
import com.aliyuncs.http.HttpRequest;
import com.aliyuncs.http.MethodType;
import com.aliyuncs.http.ProtocolType;
import com.aliyuncs.regions.ProductDomain;
import java.io.UnsupportedEncodingException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;

/**
 * Uses the SDK to build and sign requests.
 *
 * <p>The SDK's own client is not used. It resolves endpoints, shares one HTTP client in the JVM, prints the signed
 * address under {@code DEBUG=sdk} and puts it into its exceptions. Signing does not need it.
 */
record RequestSigner(Api api, Endpoint endpoint, AlibabaCloudCredentials key) {

    HttpRequest sign(RpcOperation<?> operation) {
        // This comes first, because the class takes longest to load. ClassPreload loads it before the first call.
        Signer signer = Signer.getSigner(key, SignatureVersion.V1, SignatureAlgorithm.ACS3_HMAC_SHA256);
        UtcRequest request = new UtcRequest(api, operation);
        request.setSysRegionId(endpoint.region());
        request.setSysMethod(MethodType.POST);
        request.setSysProtocol(endpoint.isEncrypted() ? ProtocolType.HTTPS : ProtocolType.HTTP);
        request.putHeaderParameter("x-acs-action", operation.action());
        request.putHeaderParameter("x-acs-version", api.version());
        request.putHeaderParameter("User-Agent", "edge-routine-maven-plugin");
        try {
            return request.signRequest(
                    signer, key, FormatType.JSON, new ProductDomain(api.product(), endpoint.authority()));
        } catch (InvalidKeyException | NoSuchAlgorithmException | UnsupportedEncodingException e) {
            throw new IllegalStateException("this JDK lacks HMAC-SHA1 or UTF-8", e);
        }
    }
}
