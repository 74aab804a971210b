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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RoutineJsonTest {

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
    void describesARoutine() throws Exception {
        JsonObject content = Caller.json(caller.call("DescribeRoutine", Map.of("Name", "shop")))
                .getAsJsonObject("Content");
        assertEquals(
                "[\"staging\",\"production\",\"presetCanaryZhejiang\"]",
                content.get("Envs").toString());
        JsonObject confs = content.getAsJsonObject("EnvConf");
        assertEquals(
                "{\"SpecName\":\"50ms\",\"AllowedHosts\":[]}",
                confs.get("staging").toString());
        assertEquals(
                "{\"SpecName\":\"50ms\",\"CodeRev\":\"" + OLD + "\",\"AllowedHosts\":[]}",
                confs.get("production").toString());
        JsonObject newest = content.getAsJsonArray("CodeRevs").get(0).getAsJsonObject();
        assertEquals("\"" + NEW + "\"", newest.get("CodeRevision").toString());
        assertTrue(newest.get("CreationTime").getAsString().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"));
        assertEquals(2, content.getAsJsonArray("CodeRevs").size());
        assertTrue(content.get("CreationTime").getAsString().endsWith("Z"));
        assertEquals("", content.get("Description").getAsString());
    }

    @Test
    void refusesToDescribeAMissingRoutine() throws Exception {
        HttpResponse<String> response = caller.call("DescribeRoutine", Map.of("Name", "market"));
        assertEquals(
                "A server error occurred: (simulated) there is no routine market",
                Caller.json(response).get("Message").getAsString());
    }

    @Test
    void listsTheRoutinesOfTheAccount() throws Exception {
        JsonObject content =
                Caller.json(caller.call("DescribeRoutineUserInfo", Map.of())).getAsJsonObject("Content");
        JsonObject routine = content.getAsJsonArray("Routines").get(0).getAsJsonObject();
        assertEquals("shop", routine.get("RoutineName").getAsString());
        assertTrue(routine.get("CreationTime").getAsString().matches("\\d{4}/\\d{1,2}/\\d{1,2} \\d\\d:\\d\\d"));
        assertEquals("[]", content.get("Subdomains").toString());
    }

    @Test
    void buildsAnErrorLikeTheService() throws Exception {
        JsonObject error = Caller.json(caller.call("DescribeRoutine", Map.of("Name", "market")));
        assertEquals(List.of("RequestId", "HostId", "Code", "Message", "Recommend"), List.copyOf(error.keySet()));
        assertEquals("dcdn.aliyuncs.com", error.get("HostId").getAsString());
        assertEquals(
                "https://next.api.aliyun.com/troubleshoot?q=EdgeRoutine.GeneralError&product=dcdn&requestId="
                        + error.get("RequestId").getAsString(),
                error.get("Recommend").getAsString());
    }

    @Test
    void answersInXmlUnlessAskedForJson() throws Exception {
        HttpResponse<String> success =
                caller.call("PublishRoutineCodeRevision", Caller.PUBLISH, system -> system.remove("Format"));
        assertEquals(
                "text/xml;charset=utf-8",
                success.headers().firstValue("content-type").orElseThrow());
        assertTrue(
                success.body().contains("<PublishRoutineCodeRevisionResponse><Content><CodeRevision>" + NEW + "<"),
                success.body());
        HttpResponse<String> error = caller.call("Nothing", Map.of(), system -> system.put("Format", "XML"));
        assertTrue(error.body().contains("<Error><RequestId>"), error.body());
        assertTrue(error.body().contains("<Code>InvalidApi.NotFound</Code>"), error.body());
    }
}
