// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.choice;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.ShownCode;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.routine.call.StateReader;

/** A revision of a routine with its code, as the service shows it. */
public record KeptCode(RoutineName routine, CodeRevision revision, ShownCode code) {

    /** @throws GoalFailedException if the routine has no such revision, or its code cannot be read */
    public static KeptCode of(RoutineClient routines, RoutineName routine, RevisionChoice choice)
            throws GoalFailedException {
        return read(routines, routine, look(routines, routine).revision(choice));
    }

    /** @throws GoalFailedException if no single revision runs there, or its code cannot be read */
    public static KeptCode runningIn(RoutineClient routines, RoutineName routine, Environment environment)
            throws GoalFailedException {
        return read(routines, routine, look(routines, routine).runningIn(environment));
    }

    private static RoutineLookup look(RoutineClient routines, RoutineName routine) throws GoalFailedException {
        return new RoutineLookup(routine, new StateReader(routines).read(routine, "read the code"));
    }

    private static KeptCode read(RoutineClient routines, RoutineName routine, CodeRevision revision)
            throws GoalFailedException {
        try {
            return new KeptCode(routine, revision, routines.code(routine, revision));
        } catch (CallFailedException e) {
            throw new GoalFailedException("Could not read the code of revision " + revision + " of routine " + routine
                    + ": " + e.getMessage() + ". " + e.remedy());
        }
    }
}
