// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import io.github.edgeroutine.simulator.dcdn.SimulatedDcdn;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several keys are accepted, but no key is accepted for a request of another one. */
class SeveralKeysTest {

    private static final AccessKey USER = AccessKey.random();
    private static final AccessKey ROLE = AccessKey.randomOfRole();

    private final DcdnAccount account = new DcdnAccount();
    private Simulator simulator;

    @BeforeEach
    void start() throws IOException {
        account.ensure("shop", "1620876959997924701", List.of());
        simulator = Simulator.start(0, List.of(USER, ROLE), List.of(new SimulatedDcdn(account)));
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void eachKeyIsAcceptedWithItsOwnSecretAndToken() throws Exception {
        assertEquals(200, publish(USER).statusCode());
        assertEquals(200, publish(ROLE).statusCode());
    }

    @Test
    void noKeyIsAcceptedWithTheSecretOfAnother() throws Exception {
        assertEquals("SignatureDoesNotMatch", refusal(new AccessKey(USER.id(), ROLE.secret(), null)));
        assertEquals("SignatureDoesNotMatch", refusal(new AccessKey(ROLE.id(), USER.secret(), ROLE.securityToken())));
        assertTrue(account.live("shop").isEmpty());
    }

    @Test
    void noKeyIsAcceptedWithAMissingOrUnexpectedToken() throws Exception {
        assertEquals("InvalidSecurityToken.Malformed", refusal(new AccessKey(ROLE.id(), ROLE.secret(), null)));
        assertEquals(
                "InvalidSecurityToken.Malformed",
                refusal(new AccessKey(USER.id(), USER.secret(), ROLE.securityToken())));
        assertEquals("InvalidAccessKeyId.NotFound", refusal(AccessKey.random()));
        assertTrue(account.live("shop").isEmpty());
    }

    @Test
    void eachKeyHasItsOwnNonces() throws Exception {
        assertEquals(200, publish(USER, "once").statusCode());
        assertEquals(200, publish(ROLE, "once").statusCode());
        assertEquals("SignatureNonceUsed", code(publish(ROLE, "once")));
    }

    @Test
    void aNonceIsKeptUntilItsTimestampExpires() {
        UsedNonces nonces = new UsedNonces(Duration.ofMinutes(30));
        Instant start = Instant.parse("2026-11-24T08:45:36Z");
        assertTrue(nonces.add("id", "first", start));
        assertEquals(false, nonces.add("id", "first", start.plusSeconds(30 * 60)));
        assertTrue(nonces.add("id", "second", start.plusSeconds(30 * 60 + 1)));
        assertTrue(nonces.add("id", "first", start.plusSeconds(30 * 60 + 1)), "the timestamp beside it has expired");
    }

    @Test
    void aKeyOfARoleHasTheFormatOfOne() {
        assertTrue(ROLE.id().startsWith("STS.NT"), ROLE.id());
        assertNotEquals(ROLE.securityToken(), AccessKey.randomOfRole().securityToken());
    }

    @Test
    void doesNotStartWithoutAKeyOrWithADuplicateId() {
        assertEquals("a simulator needs a key", refusalToStart(List.of()));
        assertEquals("two keys have the id " + USER.id(), refusalToStart(List.of(USER, USER)));
    }

    private String refusalToStart(List<AccessKey> keys) {
        return assertThrows(
                        IllegalArgumentException.class,
                        () -> Simulator.start(0, keys, List.of(new SimulatedDcdn(account))))
                .getMessage();
    }

    private HttpResponse<String> publish(AccessKey key) throws Exception {
        return new Caller(simulator, key).publish();
    }

    private HttpResponse<String> publish(AccessKey key, String nonce) throws Exception {
        return new Caller(simulator, key)
                .call("PublishRoutineCodeRevision", Caller.PUBLISH, system -> system.put("SignatureNonce", nonce));
    }

    private String refusal(AccessKey key) throws Exception {
        return code(publish(key));
    }

    private static String code(HttpResponse<String> response) {
        return Caller.json(response).get("Code").getAsString();
    }
}
