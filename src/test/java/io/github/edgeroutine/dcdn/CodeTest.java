// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.fixture.SimulatorExtension;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Confirmation;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.Setting;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.simulator.Fault;
import io.github.edgeroutine.simulator.Simulator;
import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import io.github.edgeroutine.simulator.wire.ReceivedCall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Operations on code and settings, over a real connection. The object store is tested in {@link StagingTest}. */
class CodeTest {

    private static final RoutineName HELLO = new RoutineName("hello");
    private static final CodeRevision IDLE = new CodeRevision("1620876959997924701");
    private static final CodeRevision LIVE = new CodeRevision("1610000000000000001");

    @RegisterExtension
    private final SimulatorExtension extension = new SimulatorExtension(WireFixture.KEY);

    private final DcdnAccount account = extension.account();
    private final Simulator service = extension.simulator();
    private final RoutineClient routines = WireFixture.routines(extension.endpoint(), WireFixture.credentials(), 5);

    @BeforeEach
    void fillAccount() {
        account.ensure("hello", IDLE.digits(), "export default 'ü'".getBytes(UTF_8), List.of());
        account.publish("hello", LIVE.digits(), List.of("production"));
    }

    @Test
    void aCommitCreatesARevisionFromTheStagedCode() throws CallFailedException {
        routines.stage(HELLO, "hello:1.0", "new code".getBytes(UTF_8), WireFixture.NOTHING);

        CodeRevision made = routines.commit(HELLO, "hello:1.0 ü", Optional.empty(), WireFixture.NOTHING);

        assertEquals("CommitStagingRoutineCode", lastCall().action());
        assertEquals(
                Map.of("Name", "hello", "CodeDescription", "hello:1.0 ü"),
                lastCall().form());
        assertArrayEquals("new code".getBytes(UTF_8), account.code("hello", made.digits()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"CodeRevision\":\"1620876959997924999\"}",
                "{\"CodeRevision\":1620876959997924999}",
                "\"1620876959997924999\"",
                "1620876959997924999"
            })
    void aCommittedRevisionKeepsItsDigitsInEachFormat(String content) throws CallFailedException {
        service.script(content(content));

        assertEquals(
                new CodeRevision("1620876959997924999"),
                routines.commit(HELLO, "v2", Optional.empty(), WireFixture.NOTHING));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "\"OK\"",
                "1.62e18",
                "[1620876959997924999]",
                "{\"CodeRevision\":\"unstable\"}",
                "{\"CodeRevision\":null}"
            })
    void anAnswerWithoutNumberConfirmsNoCommit(String content) {
        service.script(content(content));

        CallFailedException failure =
                WireFixture.failure(() -> routines.commit(HELLO, "v2", Optional.empty(), WireFixture.NOTHING));

        assertEquals(
                "the answer of CommitStagingRoutineCode has an unknown format, '{\"Content\":" + content
                        + ",\"RequestId\":\"4711\"}'",
                failure.getMessage());
        assertEquals(Reason.UNREADABLE, failure.reason());
    }

    /** The service has answered, so the call may have run. */
    @Test
    void aCommitThatWasAnsweredMayHaveRun() {
        service.script(content("{}"));

        assertEquals(
                Effect.UNKNOWN,
                WireFixture.failure(() -> routines.commit(HELLO, "v2", Optional.empty(), WireFixture.NOTHING))
                        .effect());
    }

    @Test
    void aLostCommitIsNotSentAgain() {
        service.script(Fault.cut().afterTheOperation());

        assertEquals(
                Reason.UNANSWERED,
                WireFixture.failure(() -> routines.commit(HELLO, "v2", Optional.empty(), WireFixture.NOTHING))
                        .reason());
        assertEquals(1, service.calls().size());
    }

    @Test
    void codeIsReadBackByteByByte() throws CallFailedException {
        assertTrue(routines.code(HELLO, IDLE).is("export default 'ü'".getBytes(UTF_8)));
        assertEquals("DescribeRoutineCodeRevision", lastCall().action());
        assertEquals(
                Map.of("Name", "hello", "SelectCodeRevision", IDLE.digits()),
                lastCall().form());
    }

    /** Bundles of this size are common, and Base64 adds a third. */
    @Test
    void codeOfAMegabyteIsReadBackToo() throws CallFailedException {
        byte[] code = "/* a line of a large bundle */\n".repeat(33_000).getBytes(UTF_8);
        account.ensure("hello", IDLE.digits(), code, List.of());

        assertTrue(routines.code(HELLO, IDLE).is(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "\"code\"", "{\"ErCode\":null}"})
    void codeInAnUnknownFormatIsNotRead(String content) {
        service.script(content(content));

        CallFailedException failure = WireFixture.failure(() -> routines.code(HELLO, IDLE));

        assertEquals(
                "the answer of DescribeRoutineCodeRevision has an unknown format, '{\"Content\":" + content
                        + ",\"RequestId\":\"4711\"}'",
                failure.getMessage());
        assertEquals(Reason.UNREADABLE, failure.reason());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ZXhwb3J0IGRlZmF1bHQgJ8O8Jw==",
                "ZXhwb3J0IGRlZmF1bHQgJ8O8Jw",
                "ZXhwb3J0IGRl\\r\\nZmF1bHQgJ8O8Jw==",
                "ImV4cG9ydCBkZWZhdWx0ICdcdTAwZmMnIg==",
                "export default 'ü'"
            })
    void codeIsReadInEachVariant(String shown) throws CallFailedException {
        service.script(content("{\"ErCode\":\"" + shown + "\"}"));

        assertTrue(routines.code(HELLO, IDLE).is("export default 'ü'".getBytes(UTF_8)));
    }

    /** A program may consist of one string. */
    @Test
    void codeInQuotationMarksIsReadInBothWays() throws CallFailedException {
        byte[] code = "\"use strict\"".getBytes(UTF_8);
        account.ensure("hello", IDLE.digits(), code, List.of());

        assertTrue(routines.code(HELLO, IDLE).is(code));
        assertFalse(routines.code(HELLO, IDLE).is("\"use sloppy\"".getBytes(UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"Errors\":{\"staging\":\"region closed\"}}      | staging: region closed",
                "{\"ErrMsg\":\"region closed\"}                    | region closed",
                "{\"EnvErr\":[{\"staging\":\"closed\"}]}           | [{staging:closed}]",
                "{\"Errors\":{\"staging\":\"closed\",\"production\":\"OK\"}}| staging: closed",
                "{\"errors\":{\"staging\":{\"Code\":\"E1\"}},\"V\":1}| staging: {Code:E1}"
            })
    void anErrorOfAConfigurationIsReported(String answered, String told) {
        service.script(content(answered));

        CallFailedException failure =
                WireFixture.failure(() -> routines.configure(HELLO, Map.of(new Environment("staging"), Setting.NONE)));

        assertEquals(
                "the service answered with errors, '" + told + "' (request id 4711)",
                failure.getMessage().replace("\"", ""));
        assertEquals("Correct the settings that these errors name, in {environmentSettings}.", failure.remedy());
        assertEquals(Effect.UNKNOWN, failure.effect());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Errors\":{}}",
                "{\"Errors\":null}",
                "{\"ErrCode\":0}",
                "{\"Errors\":{\"staging\":\"OK\"}}",
                "\"OK\""
            })
    void anAnswerWithoutErrorsIsASuccess(String answered) throws CallFailedException {
        service.script(content(answered));

        assertEquals(
                Confirmation.BY_SERVICE, routines.configure(HELLO, Map.of(new Environment("staging"), Setting.NONE)));
        assertEquals(1, service.calls().size());
    }

    @Test
    void aDeletionNamesItsRevision() throws CallFailedException {
        routines.delete(HELLO, IDLE);

        assertEquals("DeleteRoutineCodeRevision", lastCall().action());
        assertEquals(
                Map.of("Name", "hello", "SelectCodeRevision", IDLE.digits()),
                lastCall().form());
        assertEquals(List.of(LIVE.digits()), account.revisions("hello"));
    }

    @Test
    void aRefusedDeletionIsAFailure() {
        CallFailedException failure = WireFixture.failure(() -> routines.delete(HELLO, LIVE));

        assertTrue(
                failure.getMessage()
                        .startsWith("EdgeRoutine.GeneralError, 'A server error occurred: (simulated) the code revision"
                                + " 1610000000000000001 of the routine hello runs in an environment' (request id "),
                failure.getMessage());
        assertTrue(account.revisions("hello").contains(LIVE.digits()));
    }

    @Test
    void aConfigurationSendsOnlyTheGivenSettings() throws CallFailedException {
        Map<Environment, Setting> settings = new LinkedHashMap<>();
        settings.put(
                new Environment("production"),
                new Setting(Optional.of("100ms"), Optional.of(List.of("a.example.com", "b.example.com"))));
        settings.put(new Environment("staging"), new Setting(Optional.empty(), Optional.of(List.of())));
        settings.put(new Environment("presetCanaryZhejiang"), new Setting(Optional.of("5ms"), Optional.empty()));

        routines.configure(HELLO, settings);

        assertEquals("EditRoutineConf", lastCall().action());
        assertEquals(
                Map.of(
                        "Name",
                        "hello",
                        "EnvConf",
                        "{\"production\":{\"SpecName\":\"100ms\",\"AllowedHosts\":[\"a.example.com\",\"b.example.com\"]},"
                                + "\"staging\":{\"AllowedHosts\":[]},\"presetCanaryZhejiang\":{\"SpecName\":\"5ms\"}}"),
                lastCall().form());
        assertEquals(Optional.of("5ms"), account.spec("hello", "presetCanaryZhejiang"));
        assertEquals(LIVE.digits(), account.live("hello").get("production"));
    }

    @Test
    void aConfigurationIsReadBack() throws CallFailedException {
        Setting setting = new Setting(Optional.of("100ms"), Optional.of(List.of("a.example.com")));

        routines.configure(HELLO, Map.of(new Environment("production"), setting));

        assertEquals(setting, routines.describe(HELLO).settingOf(new Environment("production")));
        assertNotEquals(setting, routines.describe(HELLO).settingOf(new Environment("staging")));
    }

    private ReceivedCall lastCall() {
        return service.calls().get(service.calls().size() - 1);
    }

    private static Fault content(String json) {
        return Fault.raw(200, "application/json", "{\"Content\":" + json + ",\"RequestId\":\"4711\"}");
    }
}
