// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import io.github.edgeroutine.mojo.connection.Connection;
import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.mojo.output.LoggedProgress;
import io.github.edgeroutine.routine.EdgeRoutines.NewRoutine;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.upkeep.Creator;
import java.util.Optional;

/** Creates a missing routine, except in a dry run, and logs it. */
record RoutineCreation(GoalContext goal, Connection service, boolean dryRun) {

    /** The current state of the routine. Empty if the account does not have it. */
    Optional<RoutineState> find(RoutineName routine) throws GoalFailedException {
        return creator().find(routine);
    }

    void make(NewRoutine routine) throws GoalFailedException {
        if (dryRun) {
            goal.log().info("Routine " + routine.name() + ": would be created. Dry run: nothing was written.");
        } else {
            creator().create(routine);
            goal.log().info("Routine " + routine.name() + ": created and verified.");
        }
    }

    private Creator creator() {
        return new Creator(service.routines(), service.time(), new LoggedProgress(goal.log()));
    }
}
