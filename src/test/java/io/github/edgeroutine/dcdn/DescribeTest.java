// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.fixture.SimulatorExtension;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.Revision;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.Traffic;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.simulator.Fault;
import io.github.edgeroutine.simulator.Simulator;
import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import io.github.edgeroutine.simulator.wire.ReceivedCall;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The read operations with the real SDK against the simulated service, over a real connection. */
class DescribeTest {

    private static final RoutineName HELLO = new RoutineName("hello");
    private static final CodeRevision OLD = new CodeRevision("1620876959997924700");
    private static final CodeRevision NEW = new CodeRevision("1620876959997924701");

    @RegisterExtension
    private final SimulatorExtension extension = new SimulatorExtension(WireFixture.KEY);

    private final DcdnAccount account = extension.account();
    private final Simulator service = extension.simulator();
    private final RoutineClient routines = WireFixture.routines(extension.endpoint(), WireFixture.credentials(), 5);

    @BeforeEach
    void fillAccount() {
        account.publish("hello", OLD.digits(), List.of("production", "presetCanaryZhejiang"));
        account.publish("hello", NEW.digits(), List.of("presetCanaryZhejiang"));
        account.ensure("shop", List.of());
    }

    @Test
    void aRoutineShowsItsEnvironmentsAndItsRevisions() throws CallFailedException {
        RoutineState state = routines.describe(HELLO);

        assertEquals(
                Map.of(
                        new Environment("staging"), Live.NOTHING,
                        new Environment("production"), Traffic.all(OLD),
                        new Environment("presetCanaryZhejiang"), Traffic.all(NEW)),
                state.live());
        assertEquals(
                List.of("staging", "production", "presetCanaryZhejiang"),
                state.live().keySet().stream().map(Environment::name).toList());
        assertEquals(
                List.of(NEW, OLD),
                state.revisions().stream().map(Revision::number).toList());
    }

    @Test
    void aDescribeIsOnePostWithTheName() throws CallFailedException {
        routines.describe(HELLO);

        assertCall("DescribeRoutine", Map.of("Name", "hello"));
    }

    @Test
    void theRoutinesOfTheAccountAreListed() throws CallFailedException {
        assertEquals(List.of("hello", "shop"), routines.names());

        assertCall("DescribeRoutineUserInfo", Map.of());
    }

    @Test
    void aMissingRoutineHasTheGeneralErrorCode() {
        CallFailedException failure = failure(new RoutineName("nowhere"));

        assertEquals(Reason.GENERAL, failure.reason());
        assertTrue(
                failure.getMessage()
                        .matches("EdgeRoutine\\.GeneralError, '.*there is no routine nowhere' \\(request id .*\\)"),
                failure.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "403, Forbidden.RAM, DENIED",
        "403, NoPermission, DENIED",
        "400, EdgeRoutine.GeneralError, GENERAL",
        "400, Throttling.User, REFUSED",
        "404, InvalidAccessKeyId.NotFound, REFUSED",
        "503, ServiceUnavailable, UNANSWERED",
        "200, SomethingNew, REFUSED"
    })
    void eachErrorSaysWhetherOtherCallsFailToo(int status, String code, Reason kind) {
        service.script(Fault.error(status, code, "in the service's words"));

        assertEquals(kind, failure(HELLO).reason());
    }

    @Test
    void aMissingPermissionIsNamedByTheOperation() {
        service.script(Fault.error(403, "Forbidden.RAM", "no"));

        assertEquals(
                "Grant the RAM user or role the action dcdn:DescribeRoutine on resource *.",
                failure(HELLO).remedy());
    }

    @Test
    void aMissingPermissionToListIsNamedByTheOperationToo() {
        service.script(Fault.error(403, "Forbidden.RAM", "no"));

        assertEquals(
                "Grant the RAM user or role the action dcdn:DescribeRoutineUserInfo on resource *.",
                assertThrows(CallFailedException.class, routines::names).remedy());
    }

    @Test
    void anUnknownFormatIsUnreadableAndChangedNothing() {
        service.script(Fault.raw(200, "application/json", "{\"RequestId\":\"4711\",\"Content\":{\"New\":[]}}"));

        CallFailedException failure = failure(HELLO);

        assertEquals(
                "the answer of DescribeRoutine has an unknown format,"
                        + " '{\"RequestId\":\"4711\",\"Content\":{\"New\":[]}}'",
                failure.getMessage());
        assertEquals(Reason.UNREADABLE, failure.reason());
        assertEquals(Effect.NONE, failure.effect());
    }

    @Test
    void aPortalsPageIsUnreadable() {
        service.script(Fault.raw(200, "text/html", "<html>sign in</html>"));

        assertEquals(Reason.UNREADABLE, failure(HELLO).reason());
    }

    @Test
    void theResultIsUnknownAfterALostAnswer() {
        service.script(Fault.cut());

        assertEquals(Reason.UNANSWERED, failure(HELLO).reason());
    }

    @Test
    void aClosedPortFailsEveryCall() {
        service.close();

        assertEquals(Reason.REFUSED, failure(HELLO).reason());
    }

    private CallFailedException failure(RoutineName routine) {
        return assertThrows(CallFailedException.class, () -> routines.describe(routine));
    }

    private void assertCall(String action, Map<String, String> form) {
        assertEquals(1, service.calls().size());
        ReceivedCall call = service.calls().get(0);
        assertEquals("POST", call.method());
        assertEquals(action, call.query().get("Action"));
        assertEquals("2018-01-15", call.query().get("Version"));
        assertEquals(form, call.form());
    }
}
