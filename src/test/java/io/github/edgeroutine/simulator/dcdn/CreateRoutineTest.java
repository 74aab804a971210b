// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.fixture.SimulatorExtension;
import io.github.edgeroutine.simulator.Caller;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateRoutineTest {

    @RegisterExtension
    private final SimulatorExtension extension = new SimulatorExtension();

    private final DcdnAccount account = extension.account();

    @Test
    void aNewRoutineHasBothEnvironmentsAndNoCode() throws Exception {
        HttpResponse<String> answer = create(Map.of("Name", "shop", "Description", "d"));

        assertEquals("{\"Status\":\"OK\"}", Caller.json(answer).get("Content").toString());
        assertEquals("d", account.routines().held("shop").description());
        assertEquals(Optional.of("50ms"), account.spec("shop", "staging"));
        assertEquals(Optional.of("50ms"), account.spec("shop", "production"));
        assertEquals(Map.of(), account.live("shop"));
        assertEquals(List.of(), account.revisions("shop"));
    }

    @Test
    void itsEnvironmentsCanBeConfiguredAtOnce() throws Exception {
        create(Map.of(
                "Name", "shop", "EnvConf", "{\"staging\":{\"SpecName\":\"5ms\",\"AllowedHosts\":[\"a.example\"]}}"));

        assertEquals(Optional.of("5ms"), account.spec("shop", "staging"));
        assertEquals(List.of("a.example"), account.hosts("shop", "staging"));
        assertEquals(Optional.of("50ms"), account.spec("shop", "production"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    Shop   | {}                                           | Name must be at least two lowercase letters, digits and hyphens, but is Shop
                    s      | {}                                           | Name must be at least two lowercase letters, digits and hyphens, but is s
                    taken  | {}                                           | there is a routine taken already
                    shop   | {"presetCanaryHebei":{"SpecName":"5ms"}}     | a new routine can have only the environments [staging, production]: [presetCanaryHebei]
                    shop   | {"staging":{"SpecName":"6ms"}}               | in EnvConf, staging has a SpecName other than 5ms, 50ms and 100ms: 6ms
                    shop   | {"staging":{"CodeRev":"1"}}                  | the routine shop has no code revision 1
                    """)
    void aWrongValueIsRefusedAndChangesNothing(String name, String conf, String text) throws Exception {
        account.publish("taken", "1610000000000000001", List.of("production"));

        HttpResponse<String> answer = create(Map.of("Name", name, "EnvConf", conf));

        assertEquals(400, answer.statusCode());
        assertEquals(
                "A server error occurred: (simulated) " + text,
                Caller.json(answer).get("Message").getAsString());
        assertEquals(List.of("taken"), List.copyOf(account.routines().all().keySet()));
        assertEquals(Map.of("production", "1610000000000000001"), account.live("taken"));
    }

    private HttpResponse<String> create(Map<String, String> parameters) throws Exception {
        return extension.caller().call("CreateRoutine", parameters);
    }
}
