// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.esa;

import static io.github.edgeroutine.simulator.esa.EsaCalls.shares;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.edgeroutine.fixture.EsaExtension;
import io.github.edgeroutine.simulator.Caller;
import io.github.edgeroutine.simulator.Fault;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentOperationsTest {

    private static final String OLD = "1710120201067203242";
    private static final String NEW = "1746583193971399525";

    @RegisterExtension
    private final EsaExtension extension = new EsaExtension();

    private final EsaAccount account = extension.account();
    private final EsaCalls calls = new EsaCalls(extension.caller());

    @BeforeEach
    void fill() {
        account.ensure("shop", OLD, List.of());
        account.ensure("shop", NEW, List.of());
    }

    @Test
    void givesAVersionAllRequestsOfAnEnvironment() throws Exception {
        JsonObject answer = deployed("production", shares(NEW, 100));

        String id = answer.remove("DeploymentId").getAsString();
        assertEquals(
                "{\"Strategy\":\"percentage\",\"CodeVersions\":[{\"CodeVersion\":\"" + NEW + "\",\"Percentage\":100}]}",
                answer.toString());
        assertEquals(Map.of("production", Map.of(NEW, 100)), account.live("shop"));
        assertEquals(id, account.deployment("shop", "production").orElseThrow());
    }

    @Test
    void sharesTheRequestsAmongTwoVersions() throws Exception {
        deployed("staging", shares(OLD, 80, NEW, 20));
        assertEquals(Map.of("staging", Map.ofEntries(entry(OLD, 80), entry(NEW, 20))), account.live("shop"));
    }

    @Test
    void acceptsTextAndNumbers() throws Exception {
        deployed(
                "staging",
                "[{\"CodeVersion\":" + OLD + ",\"Percentage\":\"1\"},{\"CodeVersion\":\"" + NEW
                        + "\",\"Percentage\":99}]");
        assertEquals(Map.of("staging", Map.ofEntries(entry(OLD, 1), entry(NEW, 99))), account.live("shop"));
    }

    @Test
    void eachDeploymentHasAHigherNumber() throws Exception {
        account.publish("shop", OLD, List.of("production", "staging"));
        long first = number(account.deployment("shop", "staging").orElseThrow());
        long second = number(
                deployed("production", shares(OLD, 100)).get("DeploymentId").getAsString());
        long third = number(
                deployed("production", shares(OLD, 100)).get("DeploymentId").getAsString());
        assertTrue(first < second && second < third, first + " " + second + " " + third);
    }

    private static long number(String id) {
        return Long.parseLong(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "x",
                "{}",
                "[1]",
                "[{\"CodeVersion\":\"" + NEW + "\",\"Percentage\":99}]",
                "[{\"CodeVersion\":\"" + NEW + "\",\"Percentage\":101}]",
                "[{\"CodeVersion\":\"" + NEW + "\"}]",
                "[{\"Percentage\":100}]",
                "[{\"CodeVersion\":\"unstable\",\"Percentage\":100}]",
                "[{\"CodeVersion\":\"" + NEW + "\",\"Percentage\":100.0}]",
                "[{\"CodeVersion\":\"" + NEW + "\",\"Percentage\":99999999999}]",
                "[{\"CodeVersion\":\"" + NEW + "\",\"Percentage\":null}]",
                "[{\"CodeVersion\":\"" + NEW + "\",\"Percentage\":100},{\"CodeVersion\":\"" + OLD
                        + "\",\"Percentage\":0}]",
                "[{\"CodeVersion\":\"" + NEW + "\",\"Percentage\":50},{\"CodeVersion\":\"" + NEW
                        + "\",\"Percentage\":50}]",
                "[{\"CodeVersion\":\"1\",\"Percentage\":40},{\"CodeVersion\":\"2\",\"Percentage\":30},"
                        + "{\"CodeVersion\":\"3\",\"Percentage\":30}]"
            })
    void refusesInvalidShares(String text) throws Exception {
        account.publish("shop", OLD, List.of("production"));
        assertEquals(
                "InvalidParameter: (simulated) CodeVersions must name one version or two, with percentages that are 100"
                        + " together, but is " + text,
                refusal("production", text));
        assertEquals(Map.of("production", Map.of(OLD, 100)), account.live("shop"));
    }

    @Test
    void refusesAVersionThatDoesNotExist() throws Exception {
        assertEquals(
                "InvalidParameter: (simulated) the routine shop has no code version 7",
                refusal("production", shares(NEW, 50, "7", 50)));
        assertEquals(Map.of(), account.live("shop"));
    }

    @Test
    void refusesAVersionThatIsNotReady() throws Exception {
        account.ensureInit("shop", "8", Instant.now());
        assertEquals(
                "InvalidParameter: (simulated) the code version 8 is Init", refusal("production", shares("8", 100)));
    }

    @Test
    void refusesOtherEnvironmentsAndStrategies() throws Exception {
        assertEquals(
                "InvalidParameter: (simulated) Env must be staging or production, but is presetCanaryBeijing",
                refusal("presetCanaryBeijing", shares(NEW, 100)));
        assertEquals(
                "InvalidParameter: (simulated) Strategy must be percentage, but is region",
                calls.refusal(
                        "CreateRoutineCodeDeployment",
                        "Name",
                        "shop",
                        "Env",
                        "production",
                        "Strategy",
                        "region",
                        "CodeVersions",
                        shares(NEW, 100)));
    }

    @Test
    void refusesARoutineThatDoesNotExist() throws Exception {
        HttpResponse<String> response = calls.deploy("market", "production", shares(NEW, 100));
        assertEquals(400, response.statusCode());
        JsonObject error = Caller.json(response);
        assertEquals("RoutineNotExist", error.get("Code").getAsString());
        assertEquals(
                "The routine name does not exist. Check the routine name and try again.",
                error.get("Message").getAsString());
        assertEquals("esa.cn-hangzhou.aliyuncs.com", error.get("HostId").getAsString());
        assertTrue(error.get("Recommend").getAsString().contains("&product=esa&"), error.toString());
    }

    @Test
    void publishesAVersionInPlaceOfAnyShares() throws Exception {
        account.deploy("shop", "production", Map.of(OLD, 80, NEW, 20));
        String before = account.deployment("shop", "production").orElseThrow();
        assertEquals(
                "{\"CodeVersion\":\"" + NEW + "\"}",
                calls.answer("PublishRoutineCodeVersion", "Name", "shop", "Env", "production", "CodeVersion", NEW)
                        .toString());
        assertEquals(Map.of("production", Map.of(NEW, 100)), account.live("shop"));
        assertTrue(
                number(before) < number(account.deployment("shop", "production").orElseThrow()));
    }

    @Test
    void publishesTheNewestAvailableVersionByDefault() throws Exception {
        account.ensureInit("shop", "8", Instant.now());
        calls.answer("PublishRoutineCodeVersion", "Name", "shop", "Env", "staging");
        assertEquals(Map.of("staging", Map.of(NEW, 100)), account.live("shop"));
        account.ensure("empty", List.of());
        assertEquals(
                "InvalidParameter: (simulated) the routine has no code version that is available",
                calls.refusal("PublishRoutineCodeVersion", "Name", "empty", "Env", "staging"));
    }

    @Test
    void refusesAWriteAfterASimultaneousOne() throws Exception {
        meanwhile(() -> deployed("staging", shares(OLD, 100)));
        assertEquals(
                "LockFailed: (simulated) another write to this routine came in between",
                refusal("production", shares(NEW, 100)));
        assertEquals(Map.of("staging", Map.of(OLD, 100)), account.live("shop"));
        deployed("production", shares(NEW, 100));
    }

    @Test
    void acceptsSimultaneousReadsAndWritesToAnotherRoutine() throws Exception {
        account.ensure("blog", OLD, List.of());
        meanwhile(() -> {
            calls.answer("GetRoutine", "Name", "shop");
            return calls.deploy("blog", "production", shares(OLD, 100));
        });
        deployed("production", shares(NEW, 100));
        assertEquals(Map.of("production", Map.of(NEW, 100)), account.live("shop"));
        assertEquals(Map.of("production", Map.of(OLD, 100)), account.live("blog"));
    }

    @Test
    void acceptsASimultaneousRefusedWrite() throws Exception {
        meanwhile(() -> refusal("production", shares("7", 100)));
        deployed("production", shares(NEW, 100));
    }

    /** Runs a whole call after the next one has arrived and before that one is carried out. */
    private void meanwhile(Callable<?> call) {
        extension.simulator().script(Fault.NONE.after(() -> {
            try {
                call.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }));
    }

    private JsonObject deployed(String environment, String shares) throws Exception {
        HttpResponse<String> response = calls.deploy("shop", environment, shares);
        assertEquals(200, response.statusCode(), response.body());
        JsonObject answer = Caller.json(response);
        answer.remove("RequestId");
        return answer;
    }

    private String refusal(String environment, String shares) throws Exception {
        HttpResponse<String> response = calls.deploy("shop", environment, shares);
        assertEquals(400, response.statusCode(), response.body());
        JsonObject error = Caller.json(response);
        return error.get("Code").getAsString() + ": " + error.get("Message").getAsString();
    }
}
