// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import io.github.edgeroutine.fixture.SimulatorExtension;
import io.github.edgeroutine.simulator.Caller;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountOperationsTest {

    @RegisterExtension
    private final SimulatorExtension extension = new SimulatorExtension();

    private final DcdnAccount account = extension.account();

    @TempDir
    private Path directory;

    @Test
    void everyListedCanaryCanBeConfigured() throws Exception {
        List<String> canaries = Caller.json(extension.caller().call("DescribeRoutineCanaryEnvs", Map.of()))
                .getAsJsonObject("Content")
                .getAsJsonArray("Envs")
                .asList()
                .stream()
                .map(JsonElement::getAsString)
                .toList();
        assertEquals(35, new HashSet<>(canaries).size());
        assertTrue(canaries.contains("presetCanaryZhejiang"), canaries::toString);

        account.ensure("shop", List.of());
        String conf = canaries.stream()
                .map(name -> "\"" + name + "\":{\"SpecName\":\"5ms\"}")
                .collect(Collectors.joining(",", "{", "}"));
        assertEquals("{}", content("EditRoutineConf", Map.of("Name", "shop", "EnvConf", conf), "Errors"));
        assertEquals(37, account.routines().held("shop").environments().size());
    }

    @Test
    void keepsSubdomainsAndListsThem() throws Exception {
        account.ensure("shop", List.of());
        assertEquals("\"OK\"", content("SetRoutineSubdomain", Map.of("Subdomains", "[\"shop-test\"]"), "Status"));
        content("SetRoutineSubdomain", Map.of("Subdomains", "[\"shop-test\",\"a1\"]"), "Status");
        assertEquals("[\"shop-test\",\"a1\"]", content("DescribeRoutineUserInfo", Map.of(), "Subdomains"));

        Path file = directory.resolve("account.json");
        account.save(file);
        assertEquals(
                List.of("shop-test", "a1"), DcdnAccount.load(file).subdomains().all());
    }

    @Test
    void readsAFileOfAnEarlierVersion() throws Exception {
        Path file = Files.writeString(directory.resolve("account.json"), "{\"routines\":{}}");
        assertEquals(List.of(), DcdnAccount.load(file).subdomains().all());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    shop             | Subdomains must be a JSON array of names, but is shop
                    []               | Subdomains must be a JSON array of names, but is []
                    ["good","Bad"]   | a subdomain must be at least two lowercase letters, digits and hyphens, but is Bad
                    ["s"]            | a subdomain must be at least two lowercase letters, digits and hyphens, but is s
                    """)
    void refusesAnInvalidSubdomainAndKeepsNone(String subdomains, String text) throws Exception {
        HttpResponse<String> answer = extension.caller().call("SetRoutineSubdomain", Map.of("Subdomains", subdomains));
        assertEquals(400, answer.statusCode());
        assertEquals(
                "A server error occurred: (simulated) " + text,
                Caller.json(answer).get("Message").getAsString());
        assertEquals(List.of(), account.subdomains().all());
    }

    private String content(String action, Map<String, String> parameters, String member) throws Exception {
        return Caller.json(extension.caller().call(action, parameters))
                .getAsJsonObject("Content")
                .get(member)
                .toString();
    }
}
