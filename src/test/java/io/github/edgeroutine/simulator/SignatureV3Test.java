// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.simulator.wire.PercentEncoding;
import io.github.edgeroutine.simulator.wire.RawRequest;
import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignatureV3Test {

    /** The example on Alibaba's page about the V3 signature (read on help.aliyun.com). */
    private static final Map<String, String> PUBLISHED = Map.of(
            "host", "ecs.cn-shanghai.aliyuncs.com",
            "x-acs-action", "RunInstances",
            "x-acs-version", "2014-05-26",
            "x-acs-date", "2023-10-26T09:01:01Z",
            "x-acs-signature-nonce", "d410180a5abf7fe235dd9b74aca91fc0",
            "x-acs-content-sha256", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "authorization",
                    "ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;"
                            + "x-acs-date;x-acs-signature-nonce;x-acs-version,"
                            + "Signature=e521358f7776c97df52e6b2891a8bc73026794a071b50c3323388c4e0df64804");

    private static final String BODY = "Name=ok&SelectCodeRevision=1620876959997924701"
            + "&Envs=%5B%22production%22%2C%22presetCanaryZhejiang%22%5D";

    /** Calculated with Python's hmac and hashlib. */
    private static final Map<String, String> CALCULATED = Map.of(
            "content-type", "application/x-www-form-urlencoded",
            "host", "dcdn.aliyuncs.com",
            "x-acs-action", "PublishRoutineCodeRevision",
            "x-acs-version", "2018-01-15",
            "x-acs-date", "2026-11-24T08:45:36Z",
            "x-acs-security-token", "STStokenexample",
            "x-acs-signature-nonce", "a51c48133616fcb9cb1fcc1c9fe4109c",
            "x-acs-content-sha256", "8864f5d29bd4987fe15cb892d3986c9ba05d3b87e9848159e35cc7a5af07433b",
            "authorization",
                    "ACS3-HMAC-SHA256 Credential=LTAIexampleid, "
                            + "Signature=a0e4fa839e7c83ee2f4b9448a0d34fcd3ebb76a0102e5cc67542e9b95630b7a2, "
                            + "SignedHeaders=content-type;host;x-acs-action;x-acs-content-sha256;x-acs-date;"
                            + "x-acs-security-token;x-acs-signature-nonce;x-acs-version");

    @Test
    void matchesTheVectorThatAlibabaPublishes() throws Exception {
        Map<String, String> query = PercentEncoding.parameters(
                "RegionId=cn-shanghai&ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd");
        RequestSignature signature = signature(query, PUBLISHED, "");
        assertEquals("YourAccessKeyId", signature.accessKeyId());
        assertTrue(signature.matches("YourAccessKeySecret"));
        assertFalse(signature.matches("YourAccessKeySecreT"));
    }

    @Test
    void matchesAnIndependentVectorWithItsPartsInAnotherOrder() throws Exception {
        RequestSignature signature = signature(Map.of(), CALCULATED, BODY);
        assertEquals("STStokenexample", signature.securityToken());
        assertTrue(signature.matches("examplesecret"));
    }

    @Test
    void doesNotMatchAnotherBody() throws Exception {
        assertFalse(signature(Map.of(), CALCULATED, BODY.replace("701", "702")).matches("examplesecret"));
    }

    @Test
    void doesNotMatchAnotherQuery() throws Exception {
        assertFalse(signature(Map.of("OwnerId", "1"), CALCULATED, BODY).matches("examplesecret"));
    }

    @Test
    void refusesAnUnsignedHeaderOfTheService() {
        Map<String, String> headers = new LinkedHashMap<>(CALCULATED);
        headers.put("x-acs-extra", "1");
        assertThrows(ServiceRefusal.class, () -> signature(Map.of(), headers, BODY));
    }

    @Test
    void refusesAnUnknownAlgorithm() {
        Map<String, String> headers = new LinkedHashMap<>(CALCULATED);
        headers.compute("authorization", (name, value) -> value.replace("HMAC-SHA256", "HMAC-SM3"));
        ServiceRefusal refusal = assertThrows(ServiceRefusal.class, () -> signature(Map.of(), headers, BODY));
        assertEquals("IncompleteSignature", refusal.code());
    }

    private static RequestSignature signature(Map<String, String> query, Map<String, String> headers, String body)
            throws ServiceRefusal {
        RawRequest raw = new RawRequest(
                "POST",
                "/",
                query,
                headers,
                body.getBytes(StandardCharsets.UTF_8),
                URI.create("http://127.0.0.1:1"),
                Instant.EPOCH,
                1);
        return RequestSignature.of(RpcRequest.of(raw));
    }
}
