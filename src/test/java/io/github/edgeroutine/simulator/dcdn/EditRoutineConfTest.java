// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.edgeroutine.fixture.SimulatorExtension;
import io.github.edgeroutine.simulator.Caller;
import io.github.edgeroutine.simulator.Simulator;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EditRoutineConfTest {

    private static final String OLD = "1620876959997924700";
    private static final String NEW = "1620876959997924701";

    @RegisterExtension
    private final SimulatorExtension extension = new SimulatorExtension();

    private final DcdnAccount account = extension.account();
    private final Simulator simulator = extension.simulator();
    private final Caller caller = extension.caller();
    private final CodeUploads uploader = new CodeUploads(caller);

    @BeforeEach
    void fillAccount() {
        account.publish("shop", OLD, List.of("production"));
        account.ensure("shop", NEW, List.of());
    }

    @Test
    void changesOnlyWhatIsSent() throws Exception {
        edit("{\"production\":{\"SpecName\":\"100ms\",\"AllowedHosts\":[\"a.example\",\"b.example\"]}}");
        assertEquals(Optional.of("100ms"), account.spec("shop", "production"));
        assertEquals(List.of("a.example", "b.example"), account.hosts("shop", "production"));
        assertEquals(Map.of("production", OLD), account.live("shop"));
        edit("{\"production\":{\"CodeRev\":\"" + NEW + "\"},\"staging\":{\"SpecName\":\"5ms\"}}");
        assertEquals(Optional.of("100ms"), account.spec("shop", "production"));
        assertEquals(List.of("a.example", "b.example"), account.hosts("shop", "production"));
        assertEquals(Map.of("production", NEW), account.live("shop"));
        assertEquals(Optional.of("5ms"), account.spec("shop", "staging"));
        assertEquals(List.of(), account.hosts("shop", "staging"));
    }

    @Test
    void removesASettingThatIsSentEmpty() throws Exception {
        edit("{\"production\":{\"AllowedHosts\":[\"a.example\"]}}");
        edit("{\"production\":{\"AllowedHosts\":[],\"CodeRev\":\"\"}}");
        assertEquals(List.of(), account.hosts("shop", "production"));
        assertEquals(Map.of(), account.live("shop"));
    }

    @Test
    void changesTheDescriptionOnlyIfItIsSent() throws Exception {
        String fifty = "é".repeat(50);
        assertEquals(200, call(Map.of("Name", "shop", "Description", fifty)).statusCode());
        edit("{}");
        assertEquals(fifty, account.routines().held("shop").description());
        HttpResponse<String> response = call(Map.of("Name", "shop", "Description", fifty + "x"));
        assertEquals(
                "A server error occurred: (simulated) Description is longer than 50 characters", message(response));
        assertEquals(fifty, account.routines().held("shop").description());
        assertEquals(200, call(Map.of("Name", "shop", "Description", "")).statusCode());
        assertEquals("", account.routines().held("shop").description());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"presetCanaryOverseas", "presetCanaryHenan", "presetCanaryHongKong", "presetCanaryZhejiang"})
    void addsANamedCanary(String canary) throws Exception {
        JsonObject content = edit("{\"" + canary + "\":{\"CodeRev\":\"" + NEW + "\",\"AllowedHosts\":[\"x\"]}}");
        assertEquals("{}", content.get("Errors").toString());
        assertEquals(Map.of("production", OLD, canary, NEW), account.live("shop"));
        assertEquals(Optional.of("50ms"), account.spec("shop", canary));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"presetCanaryNotExist", "presetCanary", "presetCanaryZheJiang", "Production", "Zhejiang", ""})
    void refusesOnlyAnUnknownEnvironmentAndChangesTheOthers(String unknown) throws Exception {
        JsonObject content =
                edit("{\"" + unknown + "\":{\"SpecName\":\"5ms\"},\"presetCanaryHebei\":{\"SpecName\":" + "\"5ms\"}}");
        assertEquals(List.of("Errors", "ConfVersion"), List.copyOf(content.keySet()));
        assertEquals(
                "{\"" + unknown + "\":\"(simulated) there is no environment " + unknown + "\"}",
                content.get("Errors").toString());
        assertEquals(Optional.of("5ms"), account.spec("shop", "presetCanaryHebei"));
        assertTrue(account.spec("shop", unknown).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"SpecName":"6ms"}           | (simulated) in EnvConf, production has a SpecName other than 5ms, 50ms and 100ms: 6ms
                    {"SpecName":""}              | (simulated) in EnvConf, production has a SpecName other than 5ms, 50ms and 100ms:
                    {"SpecName":5}               | (simulated) in EnvConf, production has a member SpecName, which must be text
                    {"CodeRev":1}                | (simulated) in EnvConf, production has a member CodeRev, which must be text
                    {"CodeRev":"1"}              | (simulated) the routine shop has no code revision 1
                    {"CodeRev":"unstable"}       | (simulated) the routine shop has no code revision unstable
                    {"AllowedHosts":"a.example"} | (simulated) in EnvConf, production has a member AllowedHosts, which must be an array of texts
                    {"AllowedHosts":[1]}         | (simulated) in EnvConf, production has a member AllowedHosts, which must be an array of texts
                    {"specName":"5ms"}           | (simulated) in EnvConf, production has an unknown member specName
                    "5ms"                        | (simulated) in EnvConf, production is not a JSON object
                    """)
    void refusesAWrongSettingAndChangesNothing(String conf, String text) throws Exception {
        HttpResponse<String> response = call(Map.of(
                "Name",
                "shop",
                "Description",
                "new",
                "EnvConf",
                "{\"staging\":{\"SpecName\":\"5ms\"},\"production\":" + conf + "}"));
        assertEquals(400, response.statusCode());
        assertEquals("A server error occurred: " + text, message(response).strip());
        assertEquals(Optional.of("50ms"), account.spec("shop", "staging"));
        assertEquals("", account.routines().held("shop").description());
        assertEquals(Map.of("production", OLD), account.live("shop"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "production", "{production:{}}", "{\"production\":{}", "{} x", " "})
    void refusesConfigurationThatIsNotAJsonObject(String conf) throws Exception {
        assertEquals(
                "A server error occurred: (simulated) EnvConf must be a JSON object by environment, but is " + conf,
                message(call(Map.of("Name", "shop", "EnvConf", conf))));
    }

    @Test
    void acceptsTheStagedCodeThatStagingRuns() throws Exception {
        uploader.stage("shop");
        edit("{\"staging\":{\"CodeRev\":\"unstable\",\"SpecName\":\"100ms\"}}");
        assertEquals("unstable", account.live("shop").get("staging"));
        assertEquals(Optional.of("100ms"), account.spec("shop", "staging"));
    }

    @Test
    void aChangeIsShownByDescribe() throws Exception {
        edit("{\"presetCanaryHebei\":{\"SpecName\":\"5ms\",\"CodeRev\":\"" + NEW + "\",\"AllowedHosts\":[\"x\"]}}");
        JsonObject content = Caller.json(caller.call("DescribeRoutine", Map.of("Name", "shop")))
                .getAsJsonObject("Content");
        assertEquals(
                "{\"SpecName\":\"5ms\",\"CodeRev\":\"" + NEW + "\",\"AllowedHosts\":[\"x\"]}",
                content.getAsJsonObject("EnvConf").get("presetCanaryHebei").toString());
    }

    @Test
    void followsTheRulesOfAllOperations() throws Exception {
        assertEquals(
                "A server error occurred: (simulated) there is no routine market",
                message(call(Map.of("Name", "market"))));
        assertEquals("Name is mandatory for this action.", message(call(Map.of("EnvConf", "{}"))));
        assertEquals(
                "Specified signature nonce was used already.",
                message(List.of(call(Map.of("Name", "shop"), "once"), call(Map.of("Name", "shop"), "once"))
                        .get(1)));
    }

    private JsonObject edit(String conf) throws Exception {
        HttpResponse<String> response = call(Map.of("Name", "shop", "EnvConf", conf));
        assertEquals(200, response.statusCode(), response.body());
        return Caller.json(response).getAsJsonObject("Content");
    }

    private HttpResponse<String> call(Map<String, String> form) throws Exception {
        return caller.call("EditRoutineConf", form);
    }

    private HttpResponse<String> call(Map<String, String> form, String nonce) throws Exception {
        return caller.call("EditRoutineConf", form, system -> system.put("SignatureNonce", nonce));
    }

    private static String message(HttpResponse<String> response) {
        return Caller.json(response).get("Message").getAsString();
    }
}
