// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.edgeroutine.fixture.SimulatorExtension;
import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every request here would publish if it were accepted. */
class RequestVerifierTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:45:36Z");
    private static final AccessKey KEY = new AccessKey("LTAIexampleid", "examplesecret", "STStokenexample");

    @RegisterExtension
    private final SimulatorExtension extension = new SimulatorExtension(KEY, Clock.fixed(NOW, ZoneOffset.UTC));

    private final DcdnAccount account = extension.account();
    private final Simulator simulator = extension.simulator();
    private final Caller caller = extension.caller();

    @BeforeEach
    void fillAccount() {
        account.ensure("shop", "1620876959997924701", List.of());
    }

    @ParameterizedTest
    @ValueSource(ints = {-15 * 60, 0, 15 * 60})
    void acceptsATimestampWithinFifteenMinutes(int seconds) throws Exception {
        HttpResponse<String> response = publish(
                system -> system.put("Timestamp", NOW.plusSeconds(seconds).toString()));
        assertEquals(200, response.statusCode(), response.body());
        assertEquals(Map.of("production", "1620876959997924701"), account.live("shop"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-15 * 60 - 1, 15 * 60 + 1})
    void refusesAnOlderOrNewerTimestamp(int seconds) throws Exception {
        assertRefused(
                400,
                "InvalidTimeStamp.Expired",
                "Specified time stamp or date value is expired.",
                publish(system -> system.put(
                        "Timestamp", NOW.plus(Duration.ofSeconds(seconds)).toString())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-24 08:45:36", "2026-11-24T08:45:36.000Z", "2026-02-30T08:45:36Z", "1795510000"})
    void refusesATimestampInAnotherFormat(String timestamp) throws Exception {
        assertRefused(
                400,
                "InvalidTimeStamp.Format",
                "Specified time stamp or date value is not well formatted.",
                publish(system -> system.put("Timestamp", timestamp)));
    }

    @Test
    void refusesANonceThatWasUsed() throws Exception {
        Consumer<Map<String, String>> sameNonce = system -> system.put("SignatureNonce", "once");
        assertEquals(200, publish(sameNonce).statusCode());
        account.publish("shop", "2", List.of("production"));
        HttpResponse<String> second = publish(sameNonce);
        assertEquals("SignatureNonceUsed", Caller.json(second).get("Code").getAsString());
        assertEquals(
                "Specified signature nonce was used already.",
                Caller.json(second).get("Message").getAsString());
        assertEquals(Map.of("production", "2"), account.live("shop"));
    }

    @Test
    void doesNotLetARefusedRequestUseUpANonce() throws Exception {
        publish(system -> {
            system.put("SignatureNonce", "once");
            system.put("Signature", "wrong");
        });
        assertEquals(
                200, publish(system -> system.put("SignatureNonce", "once")).statusCode());
    }

    @Test
    void refusesAnUnknownAccessKey() throws Exception {
        assertRefused(
                404,
                "InvalidAccessKeyId.NotFound",
                "Specified access key is not found.",
                publish(system -> system.put("AccessKeyId", "LTAIother")));
    }

    @Test
    void refusesAWrongSignatureAndRepeatsTheStringToSign() throws Exception {
        Map<String, String> signed = new TreeMap<>(Caller.PUBLISH);
        HttpResponse<String> response = publish(system -> {
            signed.putAll(system);
            system.put("Signature", "b70+/JvoIyjOJb1Q5zEX0E+QF3E=");
        });
        assertRefused(
                400,
                "SignatureDoesNotMatch",
                "Specified signature is not matched with our calculation. server string to sign is:"
                        + Caller.stringToSign(signed),
                response);
    }

    @Test
    void refusesAWrongSecurityToken() throws Exception {
        assertRefused(
                400,
                "InvalidSecurityToken.Malformed",
                "(simulated) The security token is not the one of this key.",
                publish(system -> system.put("SecurityToken", "other")));
    }

    @Test
    void refusesAMissingSecurityToken() throws Exception {
        assertRefused(
                400,
                "InvalidSecurityToken.Malformed",
                "(simulated) The security token is not the one of this key.",
                publish(system -> system.remove("SecurityToken")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AccessKeyId",
                "SignatureMethod",
                "SignatureVersion",
                "SignatureNonce",
                "Timestamp",
                "Action",
                "Version"
            })
    void refusesARequestWithoutASystemParameter(String name) throws Exception {
        assertRefused(
                400, "Missing" + name, name + " is mandatory for this action.", publish(system -> system.remove(name)));
    }

    @Test
    void refusesARequestThatIsNotSigned() throws Exception {
        assertRefused(
                400,
                "MissingSignature",
                "Signature is mandatory for this action.",
                publish(system -> system.put("Signature", "")));
    }

    @Test
    void refusesAnUnknownSignatureMethod() throws Exception {
        assertRefused(
                400,
                "IncompleteSignature",
                "The request signature does not conform to Aliyun standards.",
                publish(system -> system.put("SignatureMethod", "HMAC-SHA256")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic eDp5", "ACS3-HMAC-SHA256 Credential=LTAIexampleid", "ACS3-HMAC-SHA256"})
    void refusesAnInvalidAuthorization(String authorization) throws Exception {
        assertRefused(
                400,
                "IncompleteSignature",
                "The request signature does not conform to Aliyun standards.",
                caller.send(HttpRequest.newBuilder(simulator.endpoint().resolve("/?Format=JSON"))
                        .header("Authorization", authorization)
                        .POST(BodyPublishers.ofString("{}"))));
    }

    private HttpResponse<String> publish(Consumer<Map<String, String>> changes) throws Exception {
        return caller.call("PublishRoutineCodeRevision", Caller.PUBLISH, system -> {
            system.put("Timestamp", NOW.toString());
            changes.accept(system);
        });
    }

    private void assertRefused(int status, String code, String message, HttpResponse<String> response) {
        assertEquals(code, Caller.json(response).get("Code").getAsString());
        assertEquals(message, Caller.json(response).get("Message").getAsString());
        assertEquals(status, response.statusCode());
        assertEquals(Map.of(), account.live("shop"));
        assertFalse(response.body().contains(KEY.secret()));
    }
}
