// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.choice;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.ShownCode;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.routine.call.StateReader;

/** A revision of a routine with its code, as the service shows it. */
public record KeptCode(RoutineName routine, CodeRevision revision, ShownCode code) {

    /** @throws GoalFailedException if the routine has no such revision, or its code cannot be read */
    public static KeptCode read(RoutineClient routines, RoutineName routine, RevisionChoice choice)
            throws GoalFailedException {
        RoutineState state = new StateReader(routines).read(routine, "read the code");
        CodeRevision revision = new RoutineLookup(routine, state).revision(choice);
        try {
            return new KeptCode(routine, revision, routines.code(routine, revision));
        } catch (CallFailedException e) {
            throw new GoalFailedException("Could not read the code of revision " + revision + " of routine " + routine
                    + ": " + e.getMessage() + ". " + e.remedy());
        }
    }
}
