// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.esa;

import static io.github.edgeroutine.esa.EsaFixture.HELLO;
import static io.github.edgeroutine.esa.EsaFixture.NEW;
import static io.github.edgeroutine.esa.EsaFixture.OLD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.dcdn.WireFixture;
import io.github.edgeroutine.fixture.EsaExtension;
import io.github.edgeroutine.http.ConnectionPool;
import io.github.edgeroutine.http.HttpProxy;
import io.github.edgeroutine.http.HttpSettings;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.call.GoalTime;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.simulator.Fault;
import io.github.edgeroutine.simulator.Simulator;
import io.github.edgeroutine.simulator.esa.EsaAccount;
import io.github.edgeroutine.simulator.esa.EsaConduct;
import io.github.edgeroutine.simulator.esa.EsaPlan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads of code, over a real connection. */
class VersionUploadTest {

    private static final byte[] CODE = "export default {}; // ü".getBytes(UTF_8);
    private static final String POLL = "GetRoutineCodeVersionInfo";

    @RegisterExtension
    private final EsaExtension extension = new EsaExtension(WireFixture.KEY, EsaPlan.FREE);

    private final EsaAccount account = extension.account();
    private final Simulator service = extension.simulator();
    private final RoutineClient routines = EsaFixture.routines(extension);

    @BeforeEach
    void fillAccount() {
        account.ensure("hello", OLD.digits(), CODE);
    }

    @Test
    void stagedCodeIsSentWithTheFieldNamesOfTheStore() throws CallFailedException {
        stage(routines);

        assertEquals(
                Map.of("Name", "hello", "CodeDescription", "v1"),
                service.calls().get(0).form());
        Map<String, String> fields = EsaFixture.lastCall(extension).form();
        assertEquals(
                List.of(
                        "OSSAccessKeyId",
                        "Signature",
                        "callback",
                        "key",
                        "policy",
                        "x-oss-security-token",
                        "x:codeDescription"),
                fields.keySet().stream().sorted().toList());
        assertFalse(fields.get("x-oss-security-token").isEmpty());
        assertArrayEquals(CODE, account.staged("hello").orElseThrow());
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_SECURITY_TOKEN", "EMPTY_SECURITY_TOKEN"})
    void anEmptyOrMissingTokenIsNotSent(EsaConduct conduct) throws CallFailedException {
        account.conduct().behave(conduct);

        stage(routines);

        assertFalse(EsaFixture.lastCall(extension).form().containsKey("x-oss-security-token"));
        assertArrayEquals(CODE, account.staged("hello").orElseThrow());
    }

    @ParameterizedTest
    @EnumSource(names = {"STORE_ANSWERS_204", "STORE_ANSWERS_EMPTY_200"})
    void theStoreMayConfirmWithAnEmptyBody(EsaConduct conduct) throws CallFailedException {
        account.conduct().behave(conduct);

        stage(routines);

        assertArrayEquals(CODE, account.staged("hello").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'code':200}", "{'code':'200','message':'x'}", "{'Status':'OK'}", "thanks"})
    void aReplyWithoutAnErrorCodeConfirms(String body) throws CallFailedException {
        service.script("PostObject", EsaFixture.json(body));

        stage(routines);

        assertEquals("PostObject", EsaFixture.lastCall(extension).action());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'code':400}", "{'code':'RoutineNotExist'}", "<Error><Code>AccessDenied</Code></Error>"})
    void aReplyWithAnErrorCodeIsARefusal(String body) {
        service.script("PostObject", EsaFixture.json(body));

        CallFailedException failure = WireFixture.failure(() -> stage(routines));

        assertTrue(failure.getMessage().startsWith("the object store did not accept the code: "), failure.getMessage());
        assertEquals(Effect.UNKNOWN, failure.effect());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'RequestId':'4711'}",
                "{'RequestId':'4711','OssPostConfig':'x'}",
                "{'RequestId':'4711','Content':{'OssPostConfig':{'Url':'s'}}}"
            })
    void anAnswerWithoutAFormIsNotPrinted(String answer) {
        service.script(EsaFixture.json(answer));

        assertEquals(
                "the answer of GetRoutineStagingCodeUploadInfo has an unknown format",
                WireFixture.failure(() -> stage(routines)).getMessage());
    }

    @Test
    void aCommitCreatesAVersionFromTheStagedCode() throws CallFailedException {
        stage(routines);

        CodeRevision made = routines.commit(HELLO, "v1 ü", Optional.empty(), WireFixture.NOTHING);

        assertArrayEquals(CODE, account.code("hello", made.digits()));
        assertEquals(
                Map.of("Name", "hello", "CodeDescription", "v1 ü"),
                service.calls().get(2).form());
        assertEquals(
                List.of("GetRoutineStagingCodeUploadInfo", "PostObject", "CommitRoutineStagingCode", POLL),
                EsaFixture.actions(extension));
        assertEquals(
                Map.of("Name", "hello", "CodeVersion", made.digits()),
                EsaFixture.lastCall(extension).form());
    }

    @Test
    void aCommitNamesTheEnvironmentWhoseVariablesTheVersionGets() throws CallFailedException {
        stage(routines);

        CodeRevision made = routines.commit(HELLO, "v1", Optional.of(EsaFixture.STAGING), WireFixture.NOTHING);

        assertEquals(
                Map.of("Name", "hello", "CodeDescription", "v1", "DeployEnv", "staging"),
                service.calls().get(2).form());
        assertEquals(
                Optional.of(EsaFixture.STAGING),
                routines.describe(HELLO).kept(made).orElseThrow().variablesOf());
        assertEquals(
                Optional.empty(),
                routines.describe(HELLO).kept(OLD).orElseThrow().variablesOf());
    }

    @Test
    void aCommitWaitsUntilTheVersionCanRun() throws CallFailedException {
        account.conduct().prepareFor(Duration.ofMillis(1_500));
        stage(routines);

        CodeRevision made = routines.commit(HELLO, "v1", Optional.empty(), WireFixture.NOTHING);

        assertEquals(made, routines.describe(HELLO).latest().orElseThrow());
        assertEquals(
                3, EsaFixture.actions(extension).stream().filter(POLL::equals).count());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {'RequestId':'1'}",
                "200 | {'RequestId':'1','Status':null}",
                "400 | {'RequestId':'1','Code':'InvalidApi.NotFound'}",
                "403 | {'RequestId':'1','Code':'Forbidden.RAM'}",
                "200 | <html>"
            })
    void theStatusIsNotReadAgainIfTheServiceHasNone(int status, String body) throws CallFailedException {
        service.scriptForever(POLL, Fault.raw(status, "application/json", body.replace('\'', '"')));
        stage(routines);

        routines.commit(HELLO, "v1", Optional.empty(), WireFixture.NOTHING);

        assertEquals(4, service.calls().size());
    }

    @Test
    void theStatusIsReadAgainAfterALostAnswer() throws CallFailedException {
        service.script(POLL, Fault.truncated());
        stage(routines);

        routines.commit(HELLO, "v1", Optional.empty(), WireFixture.NOTHING);

        assertEquals(5, service.calls().size());
    }

    @Test
    void theWaitEndsAfterThreeLostAnswers() throws CallFailedException {
        service.scriptForever(POLL, Fault.truncated());
        stage(routines);

        routines.commit(HELLO, "v1", Optional.empty(), WireFixture.NOTHING);

        assertEquals(6, service.calls().size());
    }

    @Test
    void aVersionThatCannotBePreparedIsReported() throws CallFailedException {
        service.scriptForever(POLL, EsaFixture.json("{'RequestId':'1','Status':'failed'}"));
        stage(routines);

        CallFailedException failure = commitFails(routines);

        assertEquals(
                "revision " + latest() + " was created, but the service could not prepare it", failure.getMessage());
        assertEquals("Delete it with edge-routine:prune, and run the goal again.", failure.remedy());
        assertEquals(Effect.UNKNOWN, failure.effect());
        assertFalse(failure.mayPass());
    }

    @Test
    void aVersionThatIsNotReadyInTimeIsReported() throws CallFailedException {
        account.conduct().prepareFor(Duration.ofHours(1));
        GoalTime time = new GoalTime(Duration.ofSeconds(3), Clock.systemUTC(), each -> Thread.sleep(each.toMillis()));
        RoutineClient hasty = EsaFixture.routines(
                extension,
                new HttpSettings(
                        Duration.ofSeconds(3), Duration.ofSeconds(3), time, HttpProxy::ofJvm, ConnectionPool.ofJvm()));
        stage(hasty);

        CallFailedException failure = commitFails(hasty);

        assertEquals(
                "revision " + latest() + " was created, but the goal had used all of its time before it was" + " ready",
                failure.getMessage());
        assertEquals("Raise {timeout}.", failure.remedy());
        assertEquals(Effect.UNKNOWN, failure.effect());
    }

    @Test
    void aStoppedBuildDoesNotWait() throws CallFailedException {
        account.conduct().prepareFor(Duration.ofHours(1));
        GoalTime stopped = new GoalTime(Duration.ofHours(1), Clock.systemUTC(), each -> {
            throw new InterruptedException();
        });
        RoutineClient client = EsaFixture.routines(
                extension,
                new HttpSettings(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        stopped,
                        HttpProxy::ofJvm,
                        ConnectionPool.ofJvm()));
        stage(client);

        CallFailedException failure = commitFails(client);

        assertTrue(Thread.interrupted());
        assertEquals(
                "revision " + latest() + " was created, but the build was stopped before it was ready",
                failure.getMessage());
        assertEquals("Run the goal again.", failure.remedy());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'RequestId':'4711'}",
                "{'RequestId':'4711','CodeVersion':'unstable'}",
                "{'RequestId':'4711','CodeVersion':null}"
            })
    void anAnswerWithoutNumberConfirmsNoCommit(String answer) {
        service.script("CommitRoutineStagingCode", EsaFixture.json(answer));

        CallFailedException failure = commitFails(routines);

        assertEquals(
                "the answer of CommitRoutineStagingCode has an unknown format, '" + answer.replace('\'', '"') + "'",
                failure.getMessage());
        assertEquals(Effect.UNKNOWN, failure.effect());
        assertEquals(1, service.calls().size());
    }

    @Test
    void aNumberInPlaceOfTextKeepsItsDigits() throws CallFailedException {
        service.script(
                EsaFixture.json("{'RequestId':'1','CodeVersion':1710120201067203242}"),
                EsaFixture.json("{'RequestId':'1','Status':'Available'}"));

        assertEquals(NEW, routines.commit(HELLO, "v1", Optional.empty(), WireFixture.NOTHING));
    }

    @Test
    void codeIsReadBackByteByByte() throws CallFailedException {
        assertTrue(routines.code(HELLO, OLD).is(CODE));
        assertEquals("GetRoutineCodeVersion", EsaFixture.lastCall(extension).action());
        assertEquals(
                Map.of("Name", "hello", "CodeVersion", OLD.digits()),
                EsaFixture.lastCall(extension).form());
    }

    @Test
    void codeOfAMegabyteIsReadBackToo() throws CallFailedException {
        byte[] code = "/* a line of a large bundle */\n".repeat(33_000).getBytes(UTF_8);
        account.ensure("hello", OLD.digits(), code);

        assertTrue(routines.code(HELLO, OLD).is(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZXhwb3J0IGRlZmF1bHQgJ8O8Jw==", "ZXhwb3J0IGRlZmF1bHQgJ8O8Jw", "export default 'ü'"})
    void codeIsReadInEachVariant(String shown) throws CallFailedException {
        service.script(Fault.raw(200, "application/json", "{\"RequestId\":\"1\",\"RoutineCode\":\"" + shown + "\"}"));

        assertTrue(routines.code(HELLO, OLD).is("export default 'ü'".getBytes(UTF_8)));
    }

    @Test
    void anErrorOfTheStoreIsNotTheCode() {
        account.ensureInit("hello", NEW.digits(), Instant.now());

        CallFailedException failure = WireFixture.failure(() -> routines.code(HELLO, NEW));

        assertTrue(
                failure.getMessage()
                        .matches("the service sent no code, but this error of its object store, 'NoSuchKey'"
                                + " \\(request id [^)]+\\)"),
                failure.getMessage());
        assertEquals("The revision may contain static files, or its code is lost.", failure.remedy());
        assertEquals(Reason.UNREADABLE, failure.reason());
        assertEquals(Effect.NONE, failure.effect());
    }

    /** The documents' own example: cut, and without padding. */
    @ParameterizedTest
    @ValueSource(strings = {"<?xml version=\\\"1.0\\\"?>\\n<Error>", "  <Error><Message>x</Message>"})
    void theBeginningOfAnErrorOfTheStoreIsEnough(String shown) {
        service.script(
                Fault.raw(200, "application/json", "{\"RequestId\":\"4711\",\"RoutineCode\":\"" + shown + "\"}"));

        assertEquals(
                "the service sent no code, but this error of its object store, 'Error' (request id 4711)",
                WireFixture.failure(() -> routines.code(HELLO, NEW)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{'RequestId':'1'}", "{'RequestId':'1','RoutineCode':null}", "{'RequestId':'1','RoutineCode':{}}"
            })
    void anAnswerWithoutCodeIsUnreadable(String answer) {
        service.script(EsaFixture.json(answer));

        assertEquals(
                Reason.UNREADABLE,
                WireFixture.failure(() -> routines.code(HELLO, OLD)).reason());
    }

    @Test
    void aDeletionNamesItsVersion() throws CallFailedException {
        routines.delete(HELLO, OLD);

        assertEquals("DeleteRoutineCodeVersion", EsaFixture.lastCall(extension).action());
        assertEquals(
                Map.of("Name", "hello", "CodeVersion", OLD.digits()),
                EsaFixture.lastCall(extension).form());
        assertEquals(List.of(), account.versions("hello"));
    }

    @Test
    void aRunningVersionIsNotDeletedAndTheCallIsNotRepeated() {
        account.deploy("hello", "production", Map.of(OLD.digits(), 10, NEW.digits(), 90));

        CallFailedException failure = WireFixture.failure(() -> routines.delete(HELLO, OLD));

        assertTrue(
                failure.getMessage()
                        .startsWith(
                                "DependedByOthers, 'Failed to call the service. Try again later or contact technical"
                                        + " support.' (request id"),
                failure.getMessage());
        assertFalse(failure.mayPass());
        assertTrue(account.versions("hello").contains(OLD.digits()));
    }

    @Test
    void environmentsHaveNoSettings() {
        assertThrows(UnsupportedOperationException.class, () -> routines.configure(HELLO, Map.of()));
        assertEquals(List.of(), service.calls());
    }

    private static void stage(RoutineClient client) throws CallFailedException {
        client.stage(HELLO, "v1", CODE, WireFixture.NOTHING);
    }

    private static CallFailedException commitFails(RoutineClient client) {
        return WireFixture.failure(() -> client.commit(HELLO, "v1", Optional.empty(), WireFixture.NOTHING));
    }

    private String latest() {
        List<String> versions = account.versions("hello");
        return versions.get(versions.size() - 1);
    }
}
