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
import io.github.edgeroutine.routine.rollback.Run.Kind;
import io.github.edgeroutine.routine.rollback.WayBack;
import java.io.File;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A build with a memory on disk, in a process that can be killed. */
record KilledBuild(URI endpoint, File memory, String id) {

    /** @param arguments endpoint, directory of the memory, id of the invocation, and what to do */
    public static void main(String[] arguments) throws Exception {
        KilledBuild build = new KilledBuild(URI.create(arguments[0]), new File(arguments[1]), arguments[2]);
        if (arguments[3].equals("publish")) {
            build.publish();
        } else {
            build.rollBack();
        }
    }

    /** A staged rollout of two executions. */
    void publish() {
        RememberedRun remembered = remembered(Kind.PUBLISH);
        for (List<String> places : List.of(List.of("presetCanaryZhejiang"), List.of("production", "staging"))) {
            Outcome outcome = fixture()
                    .publisher(remembered)
                    .publish(RequestFor.revision("102", places.toArray(String[]::new))
                            .request());
            assertEquals(Optional.empty(), outcome.failure());
            if (outcome.isUpToDate()) {
                remembered.upToDate(outcome);
            }
        }
        remembered.complete(GoalScenario.HELLO);
    }

    void rollBack() throws Exception {
        RememberedRun remembered = remembered(Kind.ROLLBACK);
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
        return GoalFixture.of(ServiceUnderTest.DCDN, endpoint);
    }

    private RememberedRun remembered(Kind kind) {
        return new RememberedRun(memories(), new Invocation(id, "g:a"), kind, fixture());
    }

    private Memories memories() {
        return new Memories(memory, endpoint.toString(), "an account");
    }
}
