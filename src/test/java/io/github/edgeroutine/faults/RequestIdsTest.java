// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.PublishCall;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.call.LoggedCall;
import io.github.edgeroutine.simulator.Fault;
import io.github.edgeroutine.simulator.Simulator;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The log of the calls contains the request id of each answer, over a real connection. */
@ParameterizedClass
@EnumSource(names = {"DCDN", "ESA"})
class RequestIdsTest {

    private static final RoutineName HELLO = new RoutineName("hello");

    private final ServiceUnderTest service;
    private final Simulator simulator;
    private final GoalFixture goal;

    RequestIdsTest(ServiceUnderTest service) throws IOException {
        this.service = service;
        AccountUnderTest account = service.account();
        this.simulator = Simulator.start(InjectedFault.KEY, service.service(account));
        account.publish("101", List.of("staging", "production"));
        this.goal = GoalFixture.of(service, simulator.endpoint());
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void aReadHasTheRequestIdOfEachOfItsAnswers() throws CallFailedException {
        goal.routines().describe(HELLO);
        goal.routines().names();

        assertEquals(List.of("describe", "names"), operations());
        assertEachAnswerHasItsId();
    }

    @Test
    void aPublishHasItsRequestId() throws CallFailedException {
        goal.routines()
                .publish(new PublishCall(HELLO, new CodeRevision("101"), List.of(new Environment("production"))));

        assertEquals(List.of("publish"), operations());
        assertEachAnswerHasItsId();
    }

    @Test
    void aRefusedReadHasItsRequestIdToo() {
        simulator.script(service.look(), Fault.error(403, "Forbidden.RAM", "no"));

        assertThrows(CallFailedException.class, () -> goal.routines().describe(HELLO));

        LoggedCall call = goal.calls().get(0);
        String last = call.requestIds().get(call.requestIds().size() - 1);
        assertTrue(call.failure().orElseThrow().contains("request id " + last), call.toString());
        assertEachAnswerHasItsId();
    }

    private List<String> operations() {
        return goal.calls().stream().map(LoggedCall::operation).toList();
    }

    private void assertEachAnswerHasItsId() {
        assertEquals(
                simulator.calls().size(),
                goal.calls().stream()
                        .flatMap(call -> call.requestIds().stream())
                        .distinct()
                        .count());
    }
}
