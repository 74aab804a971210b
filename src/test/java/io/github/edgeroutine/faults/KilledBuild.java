// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.memory.Memories;
import io.github.edgeroutine.memory.RememberedRun;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.publish.Outcome;
import io.github.edgeroutine.routine.publish.RequestFor;
import io.github.edgeroutine.routine.rollback.Invocation;
import io.github.edgeroutine.routine.rollback.Rollback;
import io.github.edgeroutine.routine.rollback.RunKind;
import io.github.edgeroutine.routine.rollback.WayBack;
import java.io.File;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A build with a memory on disk, in a process that can be killed. */
record KilledBuild(ServiceUnderTest service, URI endpoint, File memory, String id) {

    /** @param arguments service, endpoint, directory of the memory, id of the invocation, and the action */
    public static void main(String[] arguments) throws Exception {
        KilledBuild build = new KilledBuild(
                ServiceUnderTest.valueOf(arguments[0]), URI.create(arguments[1]), new File(arguments[2]), arguments[3]);
        if (arguments[4].equals("publish")) {
            build.publish();
        } else {
            build.rollBack();
        }
    }

    /** Two executions, or a rollout of two steps if the service supports shares. */
    void publish() {
        List<RequestFor> executions = switch (service) {
            case DCDN ->
                List.of(
                        RequestFor.revision("102", "presetCanaryZhejiang"),
                        RequestFor.revision("102", "production", "staging"));
            default ->
                List.of(RequestFor.revision("102", "production", "staging").rollout("10"));
        };
        RememberedRun remembered = remembered(RunKind.PUBLISH);
        for (RequestFor execution : executions) {
            Outcome outcome = fixture().publisher(remembered).publish(execution.request());
            assertEquals(Optional.empty(), outcome.failure());
            if (outcome.isUpToDate()) {
                remembered.upToDate(outcome);
            }
        }
        remembered.complete(GoalScenario.HELLO);
    }

    void rollBack() throws Exception {
        RememberedRun remembered = remembered(RunKind.ROLLBACK);
        GoalFixture fixture = fixture();
        RoutineState state = fixture.routines().describe(GoalScenario.HELLO);
        WayBack back = WayBack.of(
                GoalScenario.HELLO,
                memories().of(GoalScenario.HELLO).settled(state).newest().orElseThrow(),
                Optional.of(state),
                Optional.empty(),
                false);
        remembered.begin(back);
        Outcome outcome = new Rollback(fixture.publisher(remembered), false, false, Duration.ofSeconds(30)).to(back);
        assertEquals(Optional.empty(), outcome.failure());
        if (outcome.isUpToDate()) {
            remembered.upToDate(outcome);
        }
        remembered.complete(GoalScenario.HELLO);
    }

    private GoalFixture fixture() {
        return GoalFixture.of(service, endpoint);
    }

    private RememberedRun remembered(RunKind kind) {
        return new RememberedRun(memories(), new Invocation(id, "g:a"), kind, fixture());
    }

    private Memories memories() {
        return new Memories(memory, endpoint.toString(), "an account");
    }
}
