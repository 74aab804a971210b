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
import com.google.gson.JsonObject;
import io.github.edgeroutine.http.HttpSettings;
import io.github.edgeroutine.http.NetworkFailure;
import io.github.edgeroutine.http.Wire;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Calls one operation of the API: the SDK builds and signs the request, {@link Wire} sends it once.
 *
 * <p>The SDK's own client is left out. It resolves endpoints, shares one HTTP client in the JVM, prints the signed
 * address under {@code DEBUG=sdk} and puts it into its exceptions; signing needs none of it.
 */
public final class SignedRpc {

    private static final String PRODUCT = "dcdn";
    private static final String VERSION = "2018-01-15";
    /** The service is global and ignores the region, yet the SDK wants to sign one. */
    private static final String ANY_REGION = "cn-hangzhou";

    private static final int MOST_MIB = 1;
    /** Of the operation whose answer holds a routine's whole code, in Base64. */
    private static final int MOST_MIB_OF_CODE = 16;

    private final Endpoint endpoint;
    private final AlibabaCloudCredentials key;
    private final HttpSettings network;
    private final RateLimit limit;
    private final Wire wire;
    private final NetworkFailure networkFailure;
    private final AnswerReader reader;

    public SignedRpc(
            Endpoint endpoint, HttpSettings network, RateLimit limit, Credentials credentials, UntrustedText foreign) {
        this.endpoint = endpoint;
        this.key = credentials.key();
        this.network = network;
        this.limit = limit;
        this.wire = new Wire(network);
        this.networkFailure = new NetworkFailure(endpoint.toString(), "{endpoint}, ", network);
        this.reader = new AnswerReader(foreign);
    }

    /** @return the answer, which holds a {@code RequestId} and no error code */
    public JsonObject call(String action, Map<String, String> parameters) throws CallFailedException {
        try {
            if (!limit.take(network.time())) {
                throw new CallFailedException(
                        "the time of the goal was up while the call waited for its turn: an account has 100 calls a second",
                        Reason.REFUSED,
                        Effect.NOT_SENT,
                        "Lower {concurrency}, or raise {timeout}.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallFailedException(
                    "the build was stopped before the call", Reason.REFUSED, Effect.NOT_SENT, "Run the goal again.");
        }
        try {
            return post(action, sign(endpoint, key, action, parameters));
        } finally {
            limit.giveBack();
        }
    }

    private JsonObject post(String action, HttpRequest request) throws CallFailedException {
        try {
            byte[] form = Objects.requireNonNullElse(request.getHttpContent(), new byte[0]);
            int mostMib = action.equals("DescribeRoutineCodeRevision") ? MOST_MIB_OF_CODE : MOST_MIB;
            return reader.read(action, wire.post(request.getSysUrl(), headers(request), form, mostMib));
        } catch (IOException e) {
            throw networkFailure.of(e);
        }
    }

    static HttpRequest sign(
            Endpoint endpoint, AlibabaCloudCredentials key, String action, Map<String, String> parameters) {
        // First, as its class is the slowest to load: ClassPreload comes here ahead of the first call.
        Signer signer = Signer.getSigner(key, SignatureVersion.V1, SignatureAlgorithm.ACS3_HMAC_SHA256);
        UtcRequest request = new UtcRequest(PRODUCT, VERSION, action, parameters);
        request.setSysRegionId(ANY_REGION);
        request.setSysMethod(MethodType.POST);
        request.setSysProtocol(endpoint.isEncrypted() ? ProtocolType.HTTPS : ProtocolType.HTTP);
        request.putHeaderParameter("x-acs-action", action);
        request.putHeaderParameter("x-acs-version", VERSION);
        request.putHeaderParameter("User-Agent", "edge-routine-maven-plugin");
        try {
            return request.signRequest(signer, key, FormatType.JSON, new ProductDomain(PRODUCT, endpoint.authority()));
        } catch (InvalidKeyException | NoSuchAlgorithmException | UnsupportedEncodingException e) {
            throw new IllegalStateException("this JDK lacks HMAC-SHA1 or UTF-8", e);
        }
    }

    /** The JDK counts the body itself. */
    private static Map<String, String> headers(HttpRequest request) {
        Map<String, String> headers = new HashMap<>(request.getSysHeaders());
        headers.remove("Content-Length");
        return headers;
    }
}
