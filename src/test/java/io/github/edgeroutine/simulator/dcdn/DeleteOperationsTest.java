// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.fixture.SimulatorExtension;
import io.github.edgeroutine.simulator.Caller;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeleteOperationsTest {

    private static final String OLD = "1620876959997924700";

    @RegisterExtension
    private final SimulatorExtension extension = new SimulatorExtension();

    private final DcdnAccount account = extension.account();
    private final Caller caller = extension.caller();

    @BeforeEach
    void fillAccount() {
        account.publish("shop", OLD, List.of("production", "presetCanaryHebei", "presetCanaryHenan"));
    }

    @Test
    void deletesCanariesAndKeepsTheRest() throws Exception {
        assertEquals(200, deleteEnvironments("[\"presetCanaryHebei\"]").statusCode());
        assertEquals(Map.of("production", OLD, "presetCanaryHenan", OLD), account.live("shop"));
        assertEquals(List.of(OLD), account.revisions("shop"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ["presetCanaryHebei","staging"]            | the environment staging cannot be deleted
                    ["presetCanaryHebei","production"]         | the environment production cannot be deleted
                    ["presetCanaryHebei","presetCanaryHunan"]  | the routine shop has no environment presetCanaryHunan
                    ["presetCanaryHebei"                       | Envs must be a JSON array of environment names, but is ["presetCanaryHebei"
                    []                                         | Envs must be a JSON array of environment names, but is []
                    """)
    void deletesAllOfTheEnvironmentsOrNone(String environments, String text) throws Exception {
        assertRefused(text, deleteEnvironments(environments));
        assertEquals(3, account.live("shop").size());
    }

    @Test
    void deletesARoutineThatRuns() throws Exception {
        account.ensure("blog", List.of());
        assertEquals(
                "{\"Status\":\"OK\"}",
                Caller.json(caller.call("DeleteRoutine", Map.of("Name", "shop")))
                        .get("Content")
                        .toString());
        assertEquals(List.of("blog"), List.copyOf(account.routines().all().keySet()));
        assertRefused("there is no routine shop", caller.call("DescribeRoutine", Map.of("Name", "shop")));
        assertRefused("there is no routine shop", caller.call("DeleteRoutine", Map.of("Name", "shop")));
    }

    @Test
    void refusesCodeForADeletedRoutine() throws Exception {
        CodeUploads uploads = new CodeUploads(caller);
        Map<String, String> form = uploads.form("shop");
        caller.call("DeleteRoutine", Map.of("Name", "shop"));
        HttpResponse<String> answer = uploads.post(form, CodeUploads.parts(form));
        assertEquals(400, answer.statusCode());
        assertEquals(Map.of(), account.routines().all());
    }

    @Test
    void relatedDomainsAreTheAllowedHosts() throws Exception {
        caller.call(
                "EditRoutineConf",
                Map.of(
                        "Name",
                        "shop",
                        "EnvConf",
                        "{\"production\":{\"AllowedHosts\":[\"b.example\",\"a.example\"]},"
                                + "\"staging\":{\"AllowedHosts\":[\"a.example\"]}}"));
        assertEquals(
                "{\"Domains\":[\"a.example\",\"b.example\"]}",
                Caller.json(caller.call("DescribeRoutineRelatedDomains", Map.of("Name", "shop")))
                        .get("Content")
                        .toString());
        assertRefused("there is no routine blog", caller.call("DescribeRoutineRelatedDomains", Map.of("Name", "blog")));
    }

    private HttpResponse<String> deleteEnvironments(String environments) throws Exception {
        return caller.call("DeleteRoutineConfEnvs", Map.of("Name", "shop", "Envs", environments));
    }

    private static void assertRefused(String text, HttpResponse<String> answer) {
        assertEquals(400, answer.statusCode());
        assertEquals(
                "A server error occurred: (simulated) " + text,
                Caller.json(answer).get("Message").getAsString());
    }
}
