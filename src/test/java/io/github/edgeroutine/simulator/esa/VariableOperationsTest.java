// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.esa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonObject;
import io.github.edgeroutine.fixture.EsaExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariableOperationsTest {

    @RegisterExtension
    private final EsaExtension extension = new EsaExtension();

    private final EsaAccount account = extension.account();
    private final EsaCalls calls = new EsaCalls(extension.caller());

    @BeforeEach
    void fill() {
        account.ensure("shop", List.of());
    }

    @Test
    void setsVariablesOfOneEnvironmentInAdditionToExistingOnes() throws Exception {
        assertEquals("{\"SetKeys\":[\"A\",\"B\"]}", set("production", plain("A", "1"), plain("B", "2")));
        assertEquals("{\"SetKeys\":[\"B\"]}", set("production", plain("B", "3")));
        assertEquals(Map.of("A", "1", "B", "3"), account.variables("shop", "production"));
        assertEquals(Map.of(), account.variables("shop", "staging"));
    }

    @Test
    void setsValidVariablesAndListsThem() throws Exception {
        assertEquals(
                "{\"SetKeys\":[\"A\"]}",
                set(
                        "staging",
                        plain("A-B", "1"),
                        plain("__proto__", "1"),
                        plain("K".repeat(101), "1"),
                        plain("A", "1")));
        String many = IntStream.range(0, 60)
                .mapToObj(number -> plain("K" + number, "1"))
                .collect(Collectors.joining(","));
        set("staging", many);
        assertEquals(50, account.variables("shop", "staging").size());
        assertEquals("{\"SetKeys\":[\"A\"]}", set("staging", plain("A", "2"), plain("NEW", "1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "x",
                "{\"A\":\"1\"}",
                "{\"A\":{\"Type\":\"plain_text\"}}",
                "{\"A\":{\"Type\":\"other\",\"Value\":\"1\"}}",
                "{\"A\":{\"Value\":\"1\"}}"
            })
    void refusesInvalidVariables(String text) throws Exception {
        assertEquals(
                "InvalidParameter: (simulated) EnvironmentVariables must be a JSON object by key, with the Type"
                        + " plain_text or secret_text and a Value of at most 200 characters",
                calls.refusal(
                        "SetRoutineEnvironmentVariables",
                        "Name",
                        "shop",
                        "Env",
                        "staging",
                        "EnvironmentVariables",
                        text));
    }

    @Test
    void refusesAValueThatIsTooLong() throws Exception {
        set("staging", plain("A", "v".repeat(200)));
        assertEquals(
                400,
                calls.call(
                                "SetRoutineEnvironmentVariables",
                                "Name",
                                "shop",
                                "Env",
                                "staging",
                                "EnvironmentVariables",
                                "{" + plain("A", "v".repeat(201)) + "}")
                        .statusCode());
    }

    @Test
    void listsVariablesByPage() throws Exception {
        set("staging", plain("A1", "1"), plain("A2", "2"), plain("B", "3"));
        JsonObject answer = calls.answer(
                "ListRoutineEnvironmentVariables", "Name", "shop", "Env", "staging", "KeyWord", "A", "PageSize", "1");
        assertEquals(
                "{\"EnvironmentVariables\":{\"A1\":{\"Type\":\"plain_text\",\"Value\":\"1\"}},"
                        + "\"Count\":1,\"PageNumber\":1,\"PageSize\":1,\"TotalCount\":2}",
                answer.toString());
    }

    @Test
    void doesNotStoreASecret(@TempDir Path directory) throws Exception {
        set("staging", "\"KEY\":{\"Type\":\"secret_text\",\"Value\":\"hidden\"}");
        assertEquals(
                "{\"KEY\":{\"Type\":\"secret_text\",\"Value\":\"\"}}",
                calls.answer("ListRoutineEnvironmentVariables", "Name", "shop", "Env", "staging")
                        .get("EnvironmentVariables")
                        .toString());
        Path file = directory.resolve("account.json");
        account.save(file);
        assertFalse(Files.readString(file).contains("hidden"));
    }

    @Test
    void deletesVariablesAndListsTheMissingOnes() throws Exception {
        set("staging", plain("A", "1"), plain("B", "2"));
        assertEquals(
                "{\"DeletedKeys\":[\"A\"],\"FailedKeys\":[\"C\"]}",
                calls.answer(
                                "DeleteRoutineEnvironmentVariables",
                                "Name",
                                "shop",
                                "Env",
                                "staging",
                                "EnvironmentVariableKeys",
                                "[\"A\",\"C\"]")
                        .toString());
        assertEquals(Map.of("B", "2"), account.variables("shop", "staging"));
        assertEquals(
                "InvalidParameter: (simulated) EnvironmentVariableKeys must be a JSON array of texts, but is A",
                calls.refusal(
                        "DeleteRoutineEnvironmentVariables",
                        "Name",
                        "shop",
                        "Env",
                        "staging",
                        "EnvironmentVariableKeys",
                        "A"));
    }

    @Test
    void aVersionKeepsTheVariablesOfItsCreation() throws Exception {
        set("staging", plain("A", "old"));
        calls.upload(calls.codeForm("shop"), EsaCalls.CODE);
        String bound = id(calls.answer("CommitRoutineStagingCode", "Name", "shop", "DeployEnv", "staging"));
        set("staging", plain("A", "new"));
        assertEquals(Map.of("A", "old"), account.boundVariables("shop", bound));
        assertEquals(Map.of(), account.boundVariables("shop", calls.version("shop")));
        String assets = id(calls.answer("CreateRoutineWithAssetsCodeVersion", "Name", "shop", "DeployEnv", "staging"));
        assertEquals(Map.of("A", "new"), account.boundVariables("shop", assets));
        JsonObject oldest = calls.answer("ListRoutineCodeVersions", "Name", "shop")
                .getAsJsonArray("CodeVersions")
                .get(2)
                .getAsJsonObject();
        assertEquals("staging", oldest.get("DeployEnv").getAsString());
        assertEquals(true, oldest.get("HasEnvVars").getAsBoolean());
        calls.upload(calls.codeForm("shop"), EsaCalls.CODE);
        assertEquals(
                "InvalidParameter: (simulated) DeployEnv must be staging or production, but is test",
                calls.refusal("CommitRoutineStagingCode", "Name", "shop", "DeployEnv", "test"));
    }

    private static String id(JsonObject answer) {
        return answer.get("CodeVersion").getAsString();
    }

    private static String plain(String key, String value) {
        return "\"" + key + "\":{\"Type\":\"plain_text\",\"Value\":\"" + value + "\"}";
    }

    private String set(String environment, String... variables) throws Exception {
        return calls.answer(
                        "SetRoutineEnvironmentVariables",
                        "Name",
                        "shop",
                        "Env",
                        environment,
                        "EnvironmentVariables",
                        "{" + String.join(",", variables) + "}")
                .toString();
    }
}
