// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import io.github.edgeroutine.simulator.dcdn.OddDcdnAnswer;
import io.github.edgeroutine.simulator.dcdn.SimulatedDcdn;
import io.github.edgeroutine.simulator.esa.EsaAccount;
import io.github.edgeroutine.simulator.esa.SimulatedEsa;
import io.github.edgeroutine.simulator.wire.ReceivedCall;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Needed by other tools in a long-running simulator: both services, bounded memory, a log, its address by any name. */
class SharedSimulatorTest {

    private static final AccessKey KEY = AccessKey.randomOfRole();
    private static final String ESA = "2024-09-10";

    private final DcdnAccount dcdn = new DcdnAccount();
    private final EsaAccount esa = new EsaAccount();
    private final List<String> log = new CopyOnWriteArrayList<>();
    private Simulator simulator;
    private Caller caller;

    /** A service with an internal error. */
    private static final class Broken implements SimulatedService {

        @Override
        public String product() {
            return "broken";
        }

        @Override
        public String version() {
            return "2020-01-01";
        }

        @Override
        public Map<String, SimulatedOperation> operations() {
            return Map.of("Break", request -> {
                throw new StackOverflowError("too deep");
            });
        }
    }

    @BeforeEach
    void start() throws IOException {
        dcdn.ensure("shop", "1620876959997924701", List.of());
        esa.ensure("shop", "1710120201067203241", List.of());
        simulator =
                Simulator.start(0, List.of(KEY), List.of(new SimulatedDcdn(dcdn), new SimulatedEsa(esa), new Broken()));
        simulator.observe(call -> log.add(call.toString()));
        caller = new Caller(simulator, KEY);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void keepsOnlyTheLastCallsIfLimited() throws Exception {
        caller.publish();
        caller.call("DescribeRoutine", Map.of("Name", "shop"));
        simulator.keepCalls(1);
        assertEquals(List.of("DescribeRoutine"), actions());

        caller.publish();
        assertEquals(List.of("PublishRoutineCodeRevision"), actions());

        simulator.keepCalls(0);
        caller.publish();
        assertEquals(List.of(), actions());
    }

    private List<String> actions() {
        return simulator.calls().stream().map(ReceivedCall::action).toList();
    }

    @Test
    void logsEachCallWithItsOutcomeAndNoSecret() throws Exception {
        simulator.script("DescribeRoutine", Fault.THROTTLE, Fault.cut(), Fault.truncated(), Fault.raw(502, null, ""));
        HttpResponse<String> published = caller.publish();
        String throttled = id(caller.call("DescribeRoutine", Map.of("Name", "shop")));
        assertThrows(IOException.class, () -> caller.call("DescribeRoutine", Map.of("Name", "shop")));
        assertThrows(IOException.class, () -> caller.call("DescribeRoutine", Map.of("Name", "shop")));
        caller.call("DescribeRoutine", Map.of("Name", "shop"));
        HttpResponse<String> xml = caller.call("Say\n\"RequestId\":\"1\"", Map.of(), system -> system.remove("Format"));

        assertEquals(
                List.of(
                        "POST PublishRoutineCodeRevision: 200, request id " + id(published),
                        "POST DescribeRoutine: 400 Throttling.User, request id " + throttled,
                        "POST DescribeRoutine: no answer",
                        "POST DescribeRoutine: 200, cut short",
                        "POST DescribeRoutine: 502",
                        "POST (no operation): 404 InvalidApi.NotFound, request id "
                                + xml.body().replaceFirst("(?s).*<RequestId>([^<]+)<.*", "$1")),
                log);
    }

    @Test
    void doesNotReadARequestIdFromTextOfAUser() throws Exception {
        String text = "\"RequestId\":\"1\" <RequestId>2</RequestId>";
        HttpResponse<String> response = caller.call(
                "CreateRoutine", Map.of("Name", "other", "Description", text), system -> system.put("Version", ESA));
        assertEquals(200, response.statusCode(), response.body());
        caller.call("GetRoutine", Map.of("Name", "other"), system -> system.put("Version", ESA));
        assertTrue(log.get(1).matches("POST GetRoutine: 200, request id [0-9A-F-]{36}"), log.get(1));
    }

    @Test
    void anExceptionBecomesAnInternalError() throws Exception {
        HttpResponse<String> response = caller.call("Break", Map.of(), system -> system.put("Version", "2020-01-01"));
        assertEquals(500, response.statusCode());
        assertEquals("InternalError", Caller.json(response).get("Code").getAsString());
        assertEquals(
                "(simulated) the simulator failed: java.lang.StackOverflowError: too deep",
                Caller.json(response).get("Message").getAsString());
    }

    @Test
    void theAddressOfTheStoreHasTheHostOfTheClient() throws Exception {
        String host = "localhost:" + simulator.endpoint().getPort();
        Map<String, String> form = Map.of("Name", "shop");
        Map<String, String> query = caller.signed("UploadStagingRoutineCode", form, system -> {});
        HttpResponse<String> response =
                caller.send(HttpRequest.newBuilder(URI.create("http://" + host + "/?" + Caller.encode(query)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(Caller.encode(form))));
        assertTrue(
                url(response).startsWith("http://" + host + "/oss/dcdn/"),
                () -> "the store should be below " + host + ": " + response.body());

        HttpResponse<String> direct = caller.call("UploadStagingRoutineCode", form);
        assertTrue(url(direct).startsWith(simulator.endpoint() + "/oss/dcdn/"), direct.body());
    }

    private static String url(HttpResponse<String> response) {
        return response.body().replaceFirst("(?s).*\"Url\":\"([^\"]+)\".*", "$1");
    }

    @Test
    void anUnusualAnswerOfOneServiceDoesNotChangeTheOther() throws Exception {
        // A description that is not Base64 must not be decoded.
        simulator.answerOddly(OddDcdnAnswer.QUOTED_DESCRIPTIONS);
        HttpResponse<String> response =
                caller.call("ListRoutineCodeVersions", Map.of("Name", "shop"), system -> system.put("Version", ESA));
        assertEquals(200, response.statusCode(), response.body());
    }

    @Test
    void aPortInUseIsNotShared() {
        assertThrows(
                BindException.class,
                () -> Simulator.start(simulator.endpoint().getPort(), List.of(KEY), List.of(new SimulatedDcdn(dcdn))));
    }

    @Test
    void aLineOfTheLogHasOnlyTheOperationOfTheRequest() throws Exception {
        caller.publish();
        String line = log.get(0);
        assertFalse(line.contains(KEY.id()) || line.contains("shop") || line.contains(KEY.securityToken()), line);
    }

    private static String id(HttpResponse<String> response) {
        return Caller.json(response).get("RequestId").getAsString();
    }
}
