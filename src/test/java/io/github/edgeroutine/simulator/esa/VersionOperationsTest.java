// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.esa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.edgeroutine.fixture.EsaExtension;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionOperationsTest {

    @RegisterExtension
    private final EsaExtension extension = new EsaExtension(new EsaPlan("large", "er_pay", 100, 60));

    private final EsaAccount account = extension.account();
    private final EsaCalls calls = new EsaCalls(extension.caller());

    @Test
    void listsVersionsTheNewestFirst() throws Exception {
        account.ensure("shop", "1", List.of());
        String version = calls.version("shop");
        JsonObject answer = calls.answer("ListRoutineCodeVersions", "Name", "shop");
        JsonObject newest = answer.getAsJsonArray("CodeVersions").get(0).getAsJsonObject();
        assertTrue(newest.remove("CreateTime").getAsString().matches("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"));
        assertEquals(
                "{\"CodeVersion\":\"" + version
                        + "\",\"CodeDescription\":\"second é\",\"Status\":\"Available\",\"HasEnvVars\":false}",
                newest.toString());
        assertEquals(version + " 1", ids(answer));
        answer.remove("CodeVersions");
        assertEquals("{\"PageNumber\":1,\"PageSize\":20,\"TotalCount\":2}", answer.toString());
    }

    @Test
    void listsStagedCodeAsUnstable() throws Exception {
        account.ensure("shop", "1", List.of());
        calls.upload(calls.codeForm("shop"), EsaCalls.CODE);
        JsonObject answer = calls.answer("ListRoutineCodeVersions", "Name", "shop");
        assertEquals("unstable 1", ids(answer));
        assertEquals(2, answer.get("TotalCount").getAsInt());
    }

    @Test
    void showsTwoPagesOfTwenty() throws Exception {
        IntStream.rangeClosed(1, 45).forEach(version -> account.ensure("shop", "" + version, List.of()));
        assertEquals(numbers(45, 26), ids(calls.answer("ListRoutineCodeVersions", "Name", "shop")));
        JsonObject second =
                calls.answer("ListRoutineCodeVersions", "Name", "shop", "PageNumber", "2", "PageSize", "20");
        assertEquals(numbers(25, 6), ids(second));
        assertEquals(45, second.get("TotalCount").getAsInt());
        assertEquals(
                "44", ids(calls.answer("ListRoutineCodeVersions", "Name", "shop", "PageNumber", "2", "PageSize", "1")));
    }

    @ParameterizedTest
    @CsvSource({
        "PageNumber, 3, 2",
        "PageNumber, 0, 2",
        "PageSize, 21, 20",
        "PageSize, x, 20",
        "PageSize, 9999999999, 20"
    })
    void refusesAPageBeyondTheLast(String name, String value, String largest) throws Exception {
        account.ensure("shop", List.of());
        assertEquals(
                "InvalidParameter: (simulated) " + name + " must be a number from 1 to " + largest + ", but is "
                        + value,
                calls.refusal("ListRoutineCodeVersions", "Name", "shop", name, value));
    }

    @Test
    void findsVersionsByTheirDescription() throws Exception {
        account.ensure("shop", "1", List.of());
        String version = calls.version("shop");
        assertEquals(version, ids(calls.answer("ListRoutineCodeVersions", "Name", "shop", "SearchKeyWord", "second")));
    }

    @Test
    void returnsCodeInBase64() throws Exception {
        account.ensure("shop", "1", new byte[] {'h', 'i'});
        JsonObject answer = calls.answer("GetRoutineCodeVersion", "Name", "shop", "CodeVersion", "1");
        assertEquals(List.of("CodeDescription", "CreateTime", "RoutineCode"), List.copyOf(answer.keySet()));
        assertEquals("aGk=", answer.get("RoutineCode").getAsString());
    }

    @Test
    void listsAVersionWithoutItsArchive() throws Exception {
        account.ensureInit("shop", "1", Instant.parse("2026-01-02T03:04:05Z"));
        assertEquals(
                "{\"CodeVersion\":\"1\",\"CodeDescription\":\"\",\"CreateTime\":\"2026-01-02T03:04:05Z\","
                        + "\"Status\":\"Init\",\"ExtraInfo\":\"\",\"HasAssets\":true}",
                calls.answer("GetRoutineCodeVersionInfo", "Name", "shop", "CodeVersion", "1")
                        .toString());
    }

    @Test
    void deletesAVersionWithoutAShare() throws Exception {
        account.deploy("shop", "production", Map.of("1", 99, "2", 1));
        account.ensure("shop", "3", List.of());
        assertEquals("{\"Status\":\"OK\"}", delete("3").toString());
        assertEquals(2, account.versions("shop").size());
        for (String version : List.of("1", "2")) {
            assertEquals(
                    "DependedByOthers: Failed to call the service. Try again later or contact technical support.",
                    calls.refusal("DeleteRoutineCodeVersion", "Name", "shop", "CodeVersion", version));
        }
        account.publish("shop", "1", List.of("production"));
        delete("2");
        assertEquals(List.of("1"), account.versions("shop"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GetRoutineCodeVersion", "GetRoutineCodeVersionInfo", "DeleteRoutineCodeVersion"})
    void refusesAVersionThatDoesNotExist(String action) throws Exception {
        account.ensure("shop", List.of());
        assertEquals(
                "InvalidParameter: (simulated) the routine shop has no code version 7",
                calls.refusal(action, "Name", "shop", "CodeVersion", "7"));
        assertEquals(
                "MissingCodeVersion: CodeVersion is mandatory for this action.", calls.refusal(action, "Name", "shop"));
    }

    private JsonObject delete(String version) throws Exception {
        return calls.answer("DeleteRoutineCodeVersion", "Name", "shop", "CodeVersion", version);
    }

    private static String numbers(int from, int downTo) {
        return IntStream.rangeClosed(downTo, from)
                .mapToObj(each -> String.valueOf(from + downTo - each))
                .collect(Collectors.joining(" "));
    }

    private static String ids(JsonObject answer) {
        return answer.getAsJsonArray("CodeVersions").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(each -> each.get("CodeVersion").getAsString())
                .collect(Collectors.joining(" "));
    }
}
