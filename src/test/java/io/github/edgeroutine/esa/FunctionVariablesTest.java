// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.esa;

import static io.github.edgeroutine.esa.EsaFixture.HELLO;
import static io.github.edgeroutine.esa.EsaFixture.STAGING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.dcdn.WireFixture;
import io.github.edgeroutine.fixture.EsaExtension;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.Variable;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.simulator.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Function variables over a real connection. */
class FunctionVariablesTest {

    private static final String SECRET = "Sm9obiBE\"b2U/cGFzc3dvcmQ+";

    @RegisterExtension
    final EsaExtension extension = new EsaExtension(WireFixture.KEY);

    private final RoutineClient routines = EsaFixture.routines(extension);

    @BeforeEach
    void fillAccount() {
        extension.account().ensure("hello", List.of());
    }

    @Test
    void plainVariablesAreReadBackAndSecretsAreNot() throws CallFailedException {
        Map<String, Variable> wanted = new LinkedHashMap<>();
        wanted.put("URL", new Variable("https://example.com/\u00fc", false));
        wanted.put("TOKEN", new Variable(SECRET, true));

        assertEquals(Set.of("URL", "TOKEN"), routines.setVariables(HELLO, STAGING, wanted));

        assertEquals(
                Map.of(
                        "Name", "hello",
                        "Env", "staging",
                        "EnvironmentVariables",
                                "{\"URL\":{\"Type\":\"plain_text\",\"Value\":\"https://example.com/\u00fc\"},"
                                        + "\"TOKEN\":{\"Type\":\"secret_text\",\"Value\":\"Sm9obiBE\\\"b2U/cGFzc3dvcmQ+\"}}"),
                EsaFixture.lastCall(extension).form());
        assertEquals(
                Map.of("URL", wanted.get("URL"), "TOKEN", new Variable("", true)), routines.variables(HELLO, STAGING));
        assertEquals(Map.of(), routines.variables(HELLO, EsaFixture.PRODUCTION));
    }

    @Test
    void everyPageIsRead() throws CallFailedException {
        Map<String, Variable> wanted = new LinkedHashMap<>();
        for (int i = 1; i <= 50; i++) {
            wanted.put("V" + i, new Variable("" + i, false));
        }
        routines.setVariables(HELLO, STAGING, wanted);

        assertEquals(wanted, routines.variables(HELLO, STAGING));
        assertEquals(4, extension.simulator().calls().size());
    }

    @Test
    void aRefusedNameIsNotInTheListOfSetVariables() throws CallFailedException {
        assertEquals(
                Set.of("A"),
                routines.setVariables(
                        HELLO, STAGING, Map.of("A", new Variable("1", false), "B-C", new Variable("2", false))));
    }

    @Test
    void aSecretInTheAnswerOfTheServiceIsHidden() {
        extension
                .simulator()
                .script(Fault.raw(
                        400,
                        "application/json",
                        "{\"RequestId\":\"4711\",\"Code\":\"InvalidParameter\",\"Message\":\"no: "
                                + SECRET.replace("\"", "\\\"") + "\"}"));

        CallFailedException failure = WireFixture.failure(
                () -> routines.setVariables(HELLO, STAGING, Map.of("TOKEN", new Variable(SECRET, true))));

        assertTrue(failure.getMessage().contains("InvalidParameter"), failure.getMessage());
        assertTrue(failure.getMessage().contains("***"), failure.getMessage());
        assertFalse(failure.getMessage().contains("Sm9obi"), failure.getMessage());
    }

    @Test
    void anUnknownAnswerIsNotQuoted() {
        extension
                .simulator()
                .script(
                        EsaFixture.json("{'RequestId':'1','Done':['hidden']}"),
                        EsaFixture.json("{'RequestId':'1','Variables':{'A':'hidden'}}"));

        CallFailedException setting =
                WireFixture.failure(() -> routines.setVariables(HELLO, STAGING, Map.of("A", new Variable("1", false))));
        CallFailedException reading = WireFixture.failure(() -> routines.variables(HELLO, STAGING));

        assertEquals("the answer of SetRoutineEnvironmentVariables has an unknown format", setting.getMessage());
        assertEquals(Effect.UNKNOWN, setting.effect());
        assertEquals("the answer of ListRoutineEnvironmentVariables has an unknown format", reading.getMessage());
        assertEquals(Effect.NONE, reading.effect());
    }

    @Test
    void anEnvironmentWithoutVariablesMayHaveNoObject() throws CallFailedException {
        extension.simulator().script(EsaFixture.json("{'RequestId':'1','EnvironmentVariables':null}"));

        assertEquals(Map.of(), routines.variables(HELLO, STAGING));
    }

    @Test
    void anInvalidItemInAListIsSkipped() throws CallFailedException {
        extension
                .simulator()
                .script(EsaFixture.json(
                        "{'RequestId':'1','EnvironmentVariables':{'A':'x','B C':{'Value':'1'},'D':{'Type':"
                                + "'plain_text','Value':7}}}"));

        assertEquals(Map.of("D", new Variable("7", false)), routines.variables(HELLO, STAGING));
    }
}
