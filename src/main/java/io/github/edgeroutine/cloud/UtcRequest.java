// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import com.aliyuncs.CommonRpcRequest;
import com.aliyuncs.auth.ISignatureComposer;
import com.aliyuncs.auth.Signer;
import com.aliyuncs.http.FormatType;
import com.aliyuncs.http.MethodType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * A request whose signed time is correct in every JVM. The SDK writes the time with the calendar and the digits of the
 * JVM's locale, which the service cannot read.
 */
public final class UtcRequest extends CommonRpcRequest {

    UtcRequest(Api api, RpcOperation<?> operation) {
        super(api.product(), api.version(), operation.action());
        operation.parameters().forEach(this::putBodyParameter);
        composer = new UtcComposer(composer);
    }

    private record UtcComposer(ISignatureComposer sdk) implements ISignatureComposer {

        @Override
        public Map<String, String> refreshSignParameters(
                Map<String, String> parameters, Signer signer, String accessKeyId, FormatType format) {
            Map<String, String> signed = sdk.refreshSignParameters(parameters, signer, accessKeyId, format);
            signed.put(
                    "Timestamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
            return signed;
        }

        @Override
        public String composeStringToSign(
                MethodType method,
                String uriPattern,
                Signer signer,
                Map<String, String> queries,
                Map<String, String> headers,
                Map<String, String> paths) {
            return sdk.composeStringToSign(method, uriPattern, signer, queries, headers, paths);
        }

        @Override
        public String getAuthorization(Signer signer, String accessKeyId, String signature) {
            return sdk.getAuthorization(signer, accessKeyId, signature);
        }
    }
}
