// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.edgeroutine.dcdn.WireFixture;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.PublishCall;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.simulator.Simulator;
import java.util.List;

/** The actions of a second client on the same routine while a goal runs. */
enum SecondClient {
    PUBLISHES,
    STAGES,
    DELETES_THE_WANTED,
    DELETES_THE_EARLIER;

    /** Its revision, which the goal does not know. */
    static final String REVISION = "199";

    void act(ServiceUnderTest service, Simulator simulator, AccountUnderTest account) {
        RoutineClient routines = GoalFixture.of(service, simulator.endpoint()).routines();
        try {
            switch (this) {
                case PUBLISHES -> {
                    account.ensure(REVISION);
                    routines.publish(new PublishCall(
                            GoalScenario.HELLO, new CodeRevision(REVISION), List.of(new Environment("production"))));
                }
                case STAGES ->
                    routines.stage(GoalScenario.HELLO, "theirs", "their code".getBytes(UTF_8), WireFixture.NOTHING);
                case DELETES_THE_WANTED -> routines.delete(GoalScenario.HELLO, new CodeRevision("102"));
                case DELETES_THE_EARLIER -> routines.delete(GoalScenario.HELLO, new CodeRevision("101"));
            }
        } catch (CallFailedException e) {
            // The service refuses to delete a live revision.
        }
    }
}
