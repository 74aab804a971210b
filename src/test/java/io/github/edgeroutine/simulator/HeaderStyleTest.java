// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.fixture.SimulatorExtension;
import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls in the style of the newer SDKs: V3, everything in headers, an empty query, no Format, host signed. */
class HeaderStyleTest {

    @RegisterExtension
    private final SimulatorExtension extension = new SimulatorExtension();

    private final DcdnAccount account = extension.account();
    private final Simulator simulator = extension.simulator();

    @BeforeEach
    void fillAccount() {
        account.ensure("shop", "1620876959997924701", List.of());
    }

    @Test
    void acceptsThemAndAnswersInJson() throws Exception {
        HttpResponse<String> response = publish(headers -> headers.put("x-acs-credentials-provider", "static_ak"));
        assertEquals(200, response.statusCode(), response.body());
        assertEquals(
                "{\"CodeRevision\":\"1620876959997924701\"}",
                Caller.json(response).get("Content").toString());
        assertEquals(Map.of("production", "1620876959997924701"), account.live("shop"));
        assertEquals("PublishRoutineCodeRevision", simulator.calls().get(0).action());
    }

    @ParameterizedTest
    @CsvSource({
        "x-acs-action, MissingAction",
        "x-acs-version, MissingVersion",
        "x-acs-date, MissingTimestamp",
        "x-acs-signature-nonce, MissingSignatureNonce",
        "x-acs-content-sha256, IncompleteSignature"
    })
    void refusesACallWithoutAHeader(String header, String code) throws Exception {
        // Without its action in a header a call does not have the style that is answered in JSON.
        HttpResponse<String> response = publish(headers -> headers.remove(header));
        assertEquals(400, response.statusCode());
        assertEquals(true, response.body().contains(code), response.body());
        assertEquals(Map.of(), account.live("shop"));
    }

    @ParameterizedTest
    @CsvSource({
        "x-acs-date, 2020-01-01T00:00:00Z, InvalidTimeStamp.Expired",
        "x-acs-date, yesterday, InvalidTimeStamp.Format",
        "x-acs-version, 2018-05-10, InvalidApi.NotFound",
        "x-acs-action, Nothing, InvalidApi.NotFound",
        "x-acs-content-sha256, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855, SignatureDoesNotMatch",
        "x-acs-security-token, other, InvalidSecurityToken.Malformed"
    })
    void refusesACallWithAWrongHeader(String header, String value, String code) throws Exception {
        HttpResponse<String> response = publish(headers -> headers.put(header, value));
        assertEquals(code, Caller.json(response).get("Code").getAsString());
        assertEquals(Map.of(), account.live("shop"));
    }

    @Test
    void refusesANonceThatWasUsed() throws Exception {
        assertEquals(
                200,
                publish(headers -> headers.put("x-acs-signature-nonce", "once")).statusCode());
        HttpResponse<String> second = publish(headers -> headers.put("x-acs-signature-nonce", "once"));
        assertEquals("SignatureNonceUsed", Caller.json(second).get("Code").getAsString());
    }

    private HttpResponse<String> publish(Consumer<Map<String, String>> changes) throws Exception {
        String body = Caller.encode(Caller.PUBLISH);
        Map<String, String> headers = new TreeMap<>(Map.of(
                "content-type", "application/x-www-form-urlencoded",
                "host", simulator.endpoint().getAuthority(),
                "x-acs-action", "PublishRoutineCodeRevision",
                "x-acs-version", "2018-01-15",
                "x-acs-date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                "x-acs-signature-nonce", UUID.randomUUID().toString(),
                "x-acs-content-sha256", sha256(body)));
        changes.accept(headers);
        headers.put("authorization", authorization(headers, body));
        headers.remove("host");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(simulator.endpoint().resolve("/")).POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return extension.caller().send(request);
    }

    private String authorization(Map<String, String> headers, String body) throws Exception {
        String names = String.join(";", headers.keySet());
        String lines = headers.entrySet().stream()
                .map(each -> each.getKey() + ":" + each.getValue() + "\n")
                .collect(Collectors.joining());
        String canonical = "POST\n/\n\n" + lines + "\n" + names + "\n" + sha256(body);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(extension.key().secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] signature = mac.doFinal(("ACS3-HMAC-SHA256\n" + sha256(canonical)).getBytes(StandardCharsets.UTF_8));
        return "ACS3-HMAC-SHA256 Credential=" + extension.key().id() + ",SignedHeaders=" + names + ",Signature="
                + HexFormat.of().formatHex(signature);
    }

    private static String sha256(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }
}
