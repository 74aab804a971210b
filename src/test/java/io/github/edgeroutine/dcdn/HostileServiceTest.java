// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.cloud.Endpoint;
import io.github.edgeroutine.cloud.LoopbackOnly;
import io.github.edgeroutine.fixture.SimulatorExtension;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.simulator.Fault;
import io.github.edgeroutine.simulator.Simulator;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Malicious or damaged answers, over a real connection. */
class HostileServiceTest {

    private static final RoutineName HELLO = new RoutineName("hello");
    private static final CodeRevision REVISION = new CodeRevision("1620876959997924701");
    private static final int MIB = 1024 * 1024;

    @RegisterExtension
    private final SimulatorExtension extension = new SimulatorExtension(WireFixture.KEY);

    private final Simulator service = extension.simulator();
    private final RoutineClient routines = WireFixture.routines(extension.endpoint(), WireFixture.credentials(), 5);
    private LoopbackOnly loopbackOnly;

    @BeforeEach
    void start() throws IOException {
        loopbackOnly = new LoopbackOnly();
    }

    @AfterEach
    void stop() throws IOException {
        loopbackOnly.close();
    }

    @Test
    void aCommandToTheCiServerIsQuotedAsWords() {
        service.script(
                Fault.raw(
                        400,
                        "application/json",
                        "{\"Code\":\"::error::\",\"Message\":\"\\u001b[31m\\n##vso[task.setvariable variable=x]y\",\"RequestId\":\"\\n1\"}"));

        CallFailedException failure = failure();

        assertEquals(": :error: :, '[31m # #vso[task.setvariable variable=x]y' (request id 1)", failure.getMessage());
        assertEquals(Optional.of("1"), failure.requestId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"Content\":", "{\"RequestId\":\"1\",\"Content\":["})
    void deeplyNestedJsonIsRefused(String opening) {
        service.script(json(opening.repeat(30_000)));

        CallFailedException failure = failure();

        assertTrue(failure.getMessage().endsWith("…', which is not the JSON object of the DCDN API"));
        assertEquals(Reason.UNREADABLE, failure.reason());
    }

    @Test
    void anAnswerOfMoreThanOneMebibyteIsRefused() {
        service.script(Fault.raw(200, "text/html", "x".repeat(2 * MIB)));

        CallFailedException failure = failure();

        assertEquals("the answer of " + service.endpoint() + " is longer than 1 MiB", failure.getMessage());
        assertEquals(Reason.UNREADABLE, failure.reason());
        assertEquals(Effect.NONE, failure.effect());
        assertEquals(
                "Check {endpoint}, the proxies and the portals: one of them may answer instead of the" + " service.",
                failure.remedy());
    }

    @Test
    void anAnswerOfOneMebibyteIsRead() throws CallFailedException {
        String answer = "{\"RequestId\":\"1\",\"Content\":{\"Routines\":[]}}";
        service.script(json(answer + " ".repeat(MIB - answer.length())));

        assertEquals(List.of(), routines.names());
    }

    @Test
    void onlyTheAnswerWithTheCodeMayBeLonger() throws CallFailedException {
        byte[] code = "x".repeat(2 * MIB).getBytes(UTF_8);
        String answer = "{\"RequestId\":\"1\",\"Content\":{\"ErCode\":\""
                + Base64.getEncoder().encodeToString(code) + "\"}}";
        service.script(json(answer), json(answer + " ".repeat(16 * MIB)));

        assertTrue(routines.code(HELLO, REVISION).is(code));
        assertEquals(
                "the answer of " + service.endpoint() + " is longer than 16 MiB",
                WireFixture.failure(() -> routines.code(HELLO, REVISION)).getMessage());
    }

    @Test
    void anAnswerWithADuplicateKeyIsUnreadable() {
        service.script(json(
                "{\"RequestId\":\"1\",\"Content\":{\"EnvConf\":{\"staging\":{\"CodeRev\":\"1\",\"CodeRev\":\"2\"}},"
                        + "\"CodeRevs\":[]}}"));

        assertTrue(failure().getMessage().endsWith(", which is not the JSON object of the DCDN API"));
    }

    @Test
    void numbersInPlaceOfTextKeepTheirDigits() throws CallFailedException {
        service.script(
                json(
                        "{\"RequestId\":17,\"Content\":{\"EnvConf\":{\"staging\":{\"CodeRev\":1620876959997924701,"
                                + "\"SpecName\":50}},\"CodeRevs\":[{\"CodeRevision\":1620876959997924701,\"CreationTime\":1e999999999}]}}"));

        assertEquals(
                "[1620876959997924701 (1e999999999)]",
                routines.describe(HELLO).revisions().toString());
    }

    @ParameterizedTest
    @CsvSource({"201, 1", "1, 201"})
    void tooManyEnvironmentsOrRevisionsAreRefused(int environments, int revisions) {
        service.script(json("{\"RequestId\":\"1\",\"Content\":{\"EnvConf\":{"
                + list(environments, "\"e%d\":{}") + "},\"CodeRevs\":[" + list(revisions, "{\"CodeRevision\":\"%d\"}")
                + "]}}"));

        CallFailedException failure = failure();

        assertTrue(
                failure.getMessage()
                        .startsWith(
                                "the answer of DescribeRoutine has more than 200 environments or revisions, '{\"Req"),
                failure.getMessage());
        assertEquals(Reason.UNREADABLE, failure.reason());
    }

    @Test
    void anEnvironmentWithTheNameOfTheKeyIsUnknown() throws CallFailedException {
        service.script(json("{\"RequestId\":\"1\",\"Content\":{\"EnvConf\":{\"" + WireFixture.KEY.id()
                + "\":{}},\"CodeRevs\":[]}}"));

        RoutineState state = routines.describe(HELLO);

        assertEquals(Map.of(), state.live());
        assertEquals(List.of("***"), state.unknown());
    }

    @Test
    void anInvisibleRequestIdCountsAsMissing() {
        service.script(json("{\"RequestId\":\"\\u0000\\u200b\"}"));

        assertTrue(failure().getMessage().endsWith("which has no RequestId"));
    }

    @Test
    void aStoreWithoutAValidPortIsRefused() {
        service.script(ticket("https://a.aliyuncs.com:65536/"));

        assertEquals(
                "the service named an object store outside of aliyuncs.com, 'https://a.aliyuncs.com:65536/'",
                WireFixture.failure(() -> routines.stage(HELLO, "v1", new byte[1], WireFixture.NOTHING))
                        .getMessage());
    }

    @Test
    void aLongHostIsPrintedInShort() {
        service.script(ticket("https://" + "x".repeat(5_000) + ".aliyuncs.com/"));
        // Without a proxy, which the message would name. The name is never looked up.
        RoutineClient direct = WireFixture.client(
                Endpoint.parse(service.endpoint().toString()),
                WireFixture.network(5, target -> Optional.empty()),
                WireFixture.limit(),
                WireFixture.credentials());

        String message = WireFixture.failure(() -> direct.stage(HELLO, "v1", new byte[1], WireFixture.NOTHING))
                .getMessage();

        assertTrue(message.contains("the object store at " + "x".repeat(300) + "…"), message);
    }

    private CallFailedException failure() {
        return WireFixture.failure(() -> routines.describe(HELLO));
    }

    private static Fault json(String body) {
        return Fault.raw(200, "application/json", body);
    }

    private static Fault ticket(String url) {
        return json("{\"RequestId\":\"1\",\"Content\":{\"OssPostConfig\":{\"Url\":\"" + url + "\"}}}");
    }

    private static String list(int count, String element) {
        return String.join(
                ",", IntStream.range(0, count).mapToObj(element::formatted).toList());
    }
}
