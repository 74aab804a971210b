// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.fixture.SimulatorExtension;
import io.github.edgeroutine.simulator.Caller;
import io.github.edgeroutine.simulator.Simulator;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishOperationTest {

    private static final String OLD = "1620876959997924700";
    private static final String NEW = "1620876959997924701";

    @RegisterExtension
    private final SimulatorExtension extension = new SimulatorExtension();

    private final DcdnAccount account = extension.account();
    private final Simulator simulator = extension.simulator();
    private final Caller caller = extension.caller();

    @BeforeEach
    void fillAccount() {
        account.publish("shop", OLD, List.of("production", "presetCanaryZhejiang"));
        account.ensure("shop", NEW, List.of());
    }

    @Test
    void publishesToEveryEnvironmentNamed() throws Exception {
        HttpResponse<String> response = publish(Map.of("Envs", "[\"staging\",\"presetCanaryZhejiang\"]"));
        assertEquals(200, response.statusCode());
        assertEquals(
                "application/json;charset=utf-8",
                response.headers().firstValue("content-type").orElseThrow());
        assertTrue(
                response.body()
                        .matches("\\{\"Content\":\\{\"CodeRevision\":\"" + NEW + "\"},"
                                + "\"RequestId\":\"[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\"}"),
                response.body());
        assertEquals(Map.of("staging", NEW, "production", OLD, "presetCanaryZhejiang", NEW), account.live("shop"));
    }

    @Test
    void publishesAnOlderRevisionAgain() throws Exception {
        publish(Map.of());
        assertEquals(200, publish(Map.of("SelectCodeRevision", OLD)).statusCode());
        assertEquals(OLD, account.live("shop").get("production"));
    }

    @Test
    void acceptsParametersInTheQueryOfAGet() throws Exception {
        Map<String, String> all = caller.signed("DescribeRoutine", Map.of(), query -> query.put("Name", "shop"));
        // The caller signs a POST. The same signature must not be valid for GET.
        HttpResponse<String> get =
                caller.send(HttpRequest.newBuilder(simulator.endpoint().resolve("/?" + Caller.encode(all))));
        assertEquals("SignatureDoesNotMatch", code(get));
        HttpResponse<String> post =
                caller.send(HttpRequest.newBuilder(simulator.endpoint().resolve("/?" + Caller.encode(all)))
                        .POST(HttpRequest.BodyPublishers.noBody()));
        assertEquals(200, post.statusCode(), post.body());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    Name               | market         | (simulated) there is no routine market
                    SelectCodeRevision | 1              | (simulated) the routine shop has no code revision 1
                    Envs               | ["production","presetCanaryHebei"] | (simulated) the routine shop has no environment presetCanaryHebei
                    """)
    void refusesMissingNamesAndChangesNothing(String parameter, String value, String text) throws Exception {
        HttpResponse<String> response = publish(Map.of(parameter, value));
        assertEquals(400, response.statusCode());
        assertEquals("EdgeRoutine.GeneralError", code(response));
        assertEquals("A server error occurred: " + text, message(response));
        assertEquals(Map.of("production", OLD, "presetCanaryZhejiang", OLD), account.live("shop"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "production",
                "[production]",
                "['production']",
                "[]",
                "[1]",
                "[null]",
                "[[\"production\"]]",
                "{\"production\":{}}",
                "\"production\"",
                "null",
                " ",
                "[\"production\"",
                "[\"production\"] x"
            })
    void refusesEnvironmentsThatAreNotAJsonArrayOfNames(String environments) throws Exception {
        HttpResponse<String> response = publish(Map.of("Envs", environments));
        assertEquals("EdgeRoutine.GeneralError", code(response), response.body());
        assertEquals(
                "A server error occurred: (simulated) Envs must be a JSON array of environment names, but is "
                        + environments,
                message(response));
        assertEquals(OLD, account.live("shop").get("production"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Name", "SelectCodeRevision", "Envs"})
    void refusesAnEmptyOrMissingParameter(String name) throws Exception {
        Map<String, String> without = new HashMap<>(Caller.PUBLISH);
        without.remove(name);
        for (HttpResponse<String> response :
                List.of(caller.call("PublishRoutineCodeRevision", without), publish(Map.of(name, "")))) {
            assertEquals(400, response.statusCode());
            assertEquals("Missing" + name, code(response));
            assertEquals(name + " is mandatory for this action.", message(response));
        }
    }

    @Test
    void refusesAnUnknownOperationOrVersion() throws Exception {
        for (HttpResponse<String> response : List.of(
                caller.call("PublishRoutine", Caller.PUBLISH),
                caller.call(
                        "PublishRoutineCodeRevision", Caller.PUBLISH, system -> system.put("Version", "2018-05-10")))) {
            assertEquals(404, response.statusCode());
            assertEquals("InvalidApi.NotFound", code(response));
            assertEquals("Specified api is not found,please check your url and method.", message(response));
        }
    }

    private HttpResponse<String> publish(Map<String, String> changes) throws Exception {
        Map<String, String> form = new HashMap<>(Caller.PUBLISH);
        form.putAll(changes);
        return caller.call("PublishRoutineCodeRevision", form);
    }

    private static String code(HttpResponse<String> response) {
        return Caller.json(response).get("Code").getAsString();
    }

    private static String message(HttpResponse<String> response) {
        return Caller.json(response).get("Message").getAsString();
    }
}
