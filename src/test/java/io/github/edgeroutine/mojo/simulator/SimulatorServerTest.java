// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.aliyuncs.auth.SignatureVersion;
import com.google.gson.JsonObject;
import io.github.edgeroutine.fixture.OfficialClient;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.simulator.AccessKey;
import io.github.edgeroutine.simulator.Caller;
import io.github.edgeroutine.simulator.esa.EsaCalls;
import io.github.edgeroutine.simulator.esa.NodeClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulator as a server for other tools. */
class SimulatorServerTest {

    private static final Map<String, String> SHOP = Map.of("Name", "shop");

    @TempDir
    Path directory;

    @Test
    void logsItsAddressAndHowToStopIt() throws Exception {
        List<String> log;
        String endpoint;
        try (RunningServer server = RunningServer.start(RunningServer.parameters(directory))) {
            endpoint = server.endpoint().toString();
            log = server.log;
            assertTrue(endpoint.matches("http://127\\.0\\.0\\.1:[0-9]+"), endpoint);
            assertEquals(
                    "{\"dcdn\":\"2018-01-15\",\"esa\":\"2024-09-10\"}",
                    server.file().getAsJsonObject("services").toString());
            assertEquals(1, server.file().get("schemaVersion").getAsInt());
            server.caller("dcdn").call("DescribeRoutine", SHOP);
        }
        assertEquals(
                "The simulator serves dcdn and esa at " + endpoint + "; " + directory.resolve("simulator.json")
                        + " contains its address and its keys. Stop it with Ctrl-C.",
                log.get(0));
        assertTrue(log.get(1).matches("POST DescribeRoutine: 200, request id [0-9A-F-]{36}"), log.get(1));
        assertEquals(List.of("The simulator was stopped."), log.subList(2, log.size()));
    }

    @Test
    void acceptsTheOfficialClientForJavaWithBothKeys() throws Exception {
        try (RunningServer server = RunningServer.start(RunningServer.parameters(directory))) {
            for (AccessKey key : List.of(server.key(0), server.key(1))) {
                JsonObject answer = new OfficialClient(server.endpoint(), key, "2018-01-15")
                        .call(SignatureVersion.V1, "DescribeRoutine", SHOP);
                assertTrue(answer.has("RequestId"), answer::toString);
            }
            String log = String.join("\n", server.log);
            for (AccessKey key : List.of(server.key(0), server.key(1))) {
                assertFalse(log.contains(key.id()) || log.contains(key.secret()), log);
            }
            assertFalse(log.contains(server.key(1).securityToken()), log);
        }
    }

    @Test
    void acceptsAllCallsOfTheOfficialClientForNode() throws Exception {
        NodeClient client = NodeClient.install();
        try (RunningServer server = RunningServer.start(RunningServer.parameters(directory))) {
            AccessKey role = server.key(1);
            List<String> answers = client.walk(
                    Map.of(
                            "ALIBABA_CLOUD_ACCESS_KEY_ID", role.id(),
                            "ALIBABA_CLOUD_ACCESS_KEY_SECRET", role.secret(),
                            "ALIBABA_CLOUD_SECURITY_TOKEN", role.securityToken()),
                    server.endpoint().toString(),
                    Base64.getEncoder().encodeToString(EsaCalls.CODE),
                    Base64.getEncoder().encodeToString(EsaCalls.zip("assets/index.html")));
            assertTrue(answers.size() > 10, () -> String.join("\n", answers));
            assertTrue(
                    server.log.stream().anyMatch(line -> line.startsWith("POST CreateRoutineCodeDeployment: 200, ")),
                    () -> String.join("\n", server.log));
        }
    }

    @Test
    void onlyItsOwnerMayReadTheFile() throws Exception {
        assumeTrue(Files.getFileStore(directory).supportsFileAttributeView("posix"));
        Path file = directory.resolve("simulator.json");
        try (RunningServer server = RunningServer.start(RunningServer.parameters(directory))) {
            assertEquals(
                    0,
                    server.log.stream().filter(line -> line.startsWith("POST")).count());
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            try (var left = Files.list(directory)) {
                assertEquals(List.of(file), left.toList());
            }
        }
    }

    @Test
    void followsTheFaultScriptAndTheLimit() throws Exception {
        Path script = Files.writeString(directory.resolve("faults.txt"), """
                # An operation's own line goes before that of all.
                DescribeRoutine: throttle, error 503 ServiceUnavailable , none,  cut after

                *: raw 502, always unknown
                """);
        try (RunningServer server = RunningServer.start(
                RunningServer.withFaults(RunningServer.parameters(directory), script.toFile(), "7", "100"))) {
            Caller caller = server.caller("dcdn");
            assertEquals("Throttling.User", code(caller.call("DescribeRoutine", SHOP)));
            assertEquals("ServiceUnavailable", code(caller.call("DescribeRoutine", SHOP)));
            assertEquals(200, caller.call("DescribeRoutine", SHOP).statusCode());
            assertThrows(IOException.class, () -> caller.call("DescribeRoutine", SHOP));
            assertEquals(
                    "<html><body>502</body></html>",
                    caller.call("DescribeRoutine", SHOP).body());
            assertEquals("InvalidApi.NotFound", code(caller.call("DescribeRoutine", SHOP)));
            assertEquals("InvalidApi.NotFound", code(caller.call("DescribeRoutineUserInfo", Map.of())));
        }
    }

    @Test
    void refusesCallsBeyondTheLimit() throws Exception {
        try (RunningServer server =
                RunningServer.start(RunningServer.withFaults(RunningServer.parameters(directory), null, null, "1"))) {
            Caller caller = server.caller("dcdn");
            List<Integer> statuses = new ArrayList<>();
            for (int each = 0; each < 5; each++) {
                statuses.add(caller.call("DescribeRoutine", SHOP).statusCode());
            }
            assertTrue(statuses.contains(400), statuses::toString);
        }
    }

    @Test
    void theSameSeedMakesTheSameFaults() throws Exception {
        Path script = Files.writeString(directory.resolve("faults.txt"), "*: sometimes 50% throttle");
        List<List<Integer>> runs = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            try (RunningServer server = RunningServer.start(
                    RunningServer.withFaults(RunningServer.parameters(directory), script.toFile(), "42", null))) {
                List<Integer> statuses = new ArrayList<>();
                for (int each = 0; each < 12; each++) {
                    statuses.add(
                            server.caller("dcdn").call("DescribeRoutine", SHOP).statusCode());
                }
                runs.add(statuses);
            }
        }
        assertEquals(runs.get(0), runs.get(1));
        assertTrue(runs.get(0).containsAll(List.of(200, 400)), runs::toString);
    }

    @Test
    void keepsTheAccountBetweenRunsInAStateDirectory() throws Exception {
        SimulatorParameters kept =
                RunningServer.withState(RunningServer.parameters(directory), directory.resolve("state"));
        Map<String, String> named = Map.of("Name", "made-before");
        try (RunningServer server = RunningServer.start(kept)) {
            assertEquals(200, server.caller("esa").call("CreateRoutine", named).statusCode());
        }
        try (RunningServer server = RunningServer.start(kept)) {
            assertEquals(200, server.caller("esa").call("GetRoutine", named).statusCode());
        }
        try (RunningServer server = RunningServer.start(RunningServer.parameters(directory))) {
            assertEquals("RoutineNotExist", code(server.caller("esa").call("GetRoutine", named)), "memory alone");
            assertEquals(200, server.caller("esa").call("GetRoutine", SHOP).statusCode());
        }
    }

    @Test
    void aPortInUseFailsTheGoal() throws Exception {
        try (RunningServer server = RunningServer.start(RunningServer.parameters(directory))) {
            int port = server.endpoint().getPort();
            SimulatorParameters other = new SimulatorParameters(
                    null, port + "", directory.resolve("other.json").toFile(), null, null, null, null, null);
            assertEquals(
                    "Another program uses port " + port
                            + ", see {port}. Give another port, or remove it to use any free port.",
                    failure(other));
        }
    }

    @Test
    void aFileThatCannotBeWrittenFailsTheGoal() throws Exception {
        Path inTheWay = Files.writeString(directory.resolve("file"), "");
        Path file = inTheWay.resolve("simulator.json");
        SimulatorParameters parameters =
                new SimulatorParameters(null, null, file.toFile(), null, null, null, null, null);
        assertTrue(
                failure(parameters)
                        .matches("\\{simulatorFile} could not be written \\(\\w+\\): .*simulator\\.json. Give"
                                + " another file\\."),
                failure(parameters));
    }

    private static String failure(SimulatorParameters parameters) {
        return assertThrows(
                        GoalFailedException.class,
                        () -> SimulatorServer.serve(RunningServer.goal(new ArrayList<>()), parameters))
                .getMessage();
    }

    private static String code(HttpResponse<String> response) {
        return Caller.json(response).get("Code").getAsString();
    }
}
