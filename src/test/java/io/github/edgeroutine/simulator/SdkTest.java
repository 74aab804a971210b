// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aliyuncs.CommonRequest;
import com.aliyuncs.DefaultAcsClient;
import com.aliyuncs.auth.AlibabaCloudCredentials;
import com.aliyuncs.auth.BasicCredentials;
import com.aliyuncs.auth.BasicSessionCredentials;
import com.aliyuncs.auth.SignatureVersion;
import com.aliyuncs.auth.Signer;
import com.aliyuncs.auth.signers.SignatureAlgorithm;
import com.aliyuncs.http.FormatType;
import com.aliyuncs.http.MethodType;
import com.aliyuncs.http.ProtocolType;
import com.aliyuncs.profile.DefaultProfile;
import com.aliyuncs.regions.ProductDomain;
import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import io.github.edgeroutine.simulator.dcdn.SimulatedDcdn;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real SDK signs and the simulator verifies. They share no code. */
class SdkTest {

    private static final AccessKey KEY = AccessKey.random();
    private static final AccessKey SESSION = new AccessKey("STS.example", "examplesecret", "STS token+/=*~");
    private static final List<String> CHOSEN_BY_THE_HTTP_CLIENT = List.of("content-length", "host", "connection");

    private final DcdnAccount account = new DcdnAccount();

    @BeforeEach
    void fill() {
        account.ensure("shop", "1620876959997924701", List.of());
    }

    @ParameterizedTest
    @EnumSource
    void acceptsASignatureOfTheSdk(SignatureVersion version) throws Exception {
        assertPublishes(version, KEY, false);
    }

    @ParameterizedTest
    @EnumSource
    void acceptsASignatureOfTheSdkWithASecurityToken(SignatureVersion version) throws Exception {
        assertPublishes(version, SESSION, false);
    }

    @ParameterizedTest
    @EnumSource
    void acceptsABodyInChunks(SignatureVersion version) throws Exception {
        assertPublishes(version, KEY, true);
    }

    @ParameterizedTest
    @EnumSource
    void refusesASignatureOfTheSdkWithAnotherSecret(SignatureVersion version) throws Exception {
        try (Simulator simulator = Simulator.start(KEY, new SimulatedDcdn(account))) {
            HttpResponse<String> response =
                    send(simulator, request(simulator, version), new AccessKey(KEY.id(), "wrong", null), false);
            assertEquals(400, response.statusCode());
            assertEquals(
                    "SignatureDoesNotMatch", Caller.json(response).get("Code").getAsString());
            assertEquals(Map.of(), account.live("shop"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesAWrongSecurityTokenOfTheSdk(SignatureVersion version) throws Exception {
        try (Simulator simulator = Simulator.start(SESSION, new SimulatedDcdn(account))) {
            AccessKey other = new AccessKey(SESSION.id(), SESSION.secret(), "other");
            HttpResponse<String> response = send(simulator, request(simulator, version), other, false);
            assertEquals(
                    "InvalidSecurityToken.Malformed",
                    Caller.json(response).get("Code").getAsString());
            assertEquals(Map.of(), account.live("shop"));
        }
    }

    @Test
    void satisfiesTheClientOfTheSdk() throws Exception {
        try (Simulator simulator = Simulator.start(KEY, new SimulatedDcdn(account))) {
            String data = client(KEY)
                    .getCommonResponse(request(simulator, SignatureVersion.V1))
                    .getData();
            assertTrue(
                    data.startsWith("{\"Content\":{\"CodeRevision\":\"1620876959997924701\"},\"RequestId\":\""), data);
            assertEquals("PublishRoutineCodeRevision", simulator.calls().get(0).action());
        }
    }

    private void assertPublishes(SignatureVersion version, AccessKey key, boolean chunked) throws Exception {
        try (Simulator simulator = Simulator.start(key, new SimulatedDcdn(account))) {
            HttpResponse<String> response = send(simulator, request(simulator, version), key, chunked);
            assertEquals(200, response.statusCode(), response.body());
            assertEquals(
                    "1620876959997924701",
                    Caller.json(response)
                            .getAsJsonObject("Content")
                            .get("CodeRevision")
                            .getAsString());
            assertEquals(Map.of("production", "1620876959997924701"), account.live("shop"));
            assertEquals(
                    chunked ? "chunked" : null,
                    simulator.calls().get(0).headers().get("transfer-encoding"));
        }
    }

    private static CommonRequest request(Simulator simulator, SignatureVersion version) {
        CommonRequest request = new CommonRequest();
        request.setSysDomain(simulator.endpoint().getAuthority());
        request.setSysProtocol(ProtocolType.HTTP);
        request.setSysMethod(MethodType.POST);
        request.setSysVersion("2018-01-15");
        request.setSysAction("PublishRoutineCodeRevision");
        request.setSysRegionId("cn-hangzhou");
        request.setSysSignatureVersion(version);
        Caller.PUBLISH.forEach(request::putBodyParameter);
        return request;
    }

    private static HttpResponse<String> send(Simulator simulator, CommonRequest common, AccessKey key, boolean chunked)
            throws Exception {
        var request = common.buildRequest();
        AlibabaCloudCredentials credentials = credentials(key);
        Signer signer =
                Signer.getSigner(credentials, common.getSysSignatureVersion(), SignatureAlgorithm.ACS3_HMAC_SHA256);
        ProductDomain domain = new ProductDomain("dcdn", simulator.endpoint().getAuthority());
        var signed = request.signRequest(signer, credentials, FormatType.JSON, domain);
        byte[] content = signed.getHttpContent();
        BodyPublisher body = chunked
                ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(content))
                : BodyPublishers.ofByteArray(content);
        HttpRequest.Builder plain =
                HttpRequest.newBuilder(URI.create(signed.getSysUrl())).POST(body);
        signed.getSysHeaders().forEach((name, value) -> {
            if (value != null && !CHOSEN_BY_THE_HTTP_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
                plain.header(name, value);
            }
        });
        return new Caller(simulator, key).send(plain);
    }

    private static AlibabaCloudCredentials credentials(AccessKey key) {
        return key.securityToken() == null
                ? new BasicCredentials(key.id(), key.secret())
                : new BasicSessionCredentials(key.id(), key.secret(), key.securityToken());
    }

    /** The request that the SDK's own providers send to get the key of a role. */
    private static DefaultAcsClient client(AccessKey key) {
        return new DefaultAcsClient(DefaultProfile.getProfile("cn-hangzhou"), credentials(key));
    }
}
