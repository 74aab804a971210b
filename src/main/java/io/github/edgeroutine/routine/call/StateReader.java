// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.call;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.Nearest;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import java.util.List;
import java.util.Optional;

/** Reads a routine for goals that need its state. */
public record StateReader(RoutineClient routines) {

    private static final String WAY_OUT = " To create it, run edge-routine:create or set {createRoutine} of upload.";

    /**
     * @param purpose what the state is for, as in "Could not upload code …"
     * @throws GoalFailedException if it cannot be read; the line says that nothing was changed
     */
    public RoutineState read(RoutineName routine, String purpose) throws GoalFailedException {
        try {
            return routines.describe(routine);
        } catch (CallFailedException e) {
            throw new GoalFailedException(missing(routine, e)
                    .orElse("Could not " + purpose + " of routine " + routine + ": " + e.getMessage()
                            + ". Nothing was changed. " + e.remedy()));
        }
    }

    /** Whether it is certain that the account does not have this routine. */
    public boolean isMissing(RoutineName routine, CallFailedException reading) {
        return reading.reason() == Reason.MISSING || missing(routine, reading).isPresent();
    }

    /** A sentence if it is certain that the account does not have this routine. */
    public Optional<String> missing(RoutineName routine, CallFailedException reading) {
        boolean isSaid = reading.reason() == Reason.MISSING;
        if (!isSaid && reading.reason() != Reason.GENERAL) {
            return Optional.empty();
        }
        try {
            List<String> names = routines.names();
            return names.contains(routine.text())
                    ? Optional.empty()
                    : Optional.of("Routine " + routine + " does not exist, see {name}. "
                            + (names.isEmpty()
                                    ? "The account of this AccessKey has no routine."
                                    : Nearest.hint(routine.text(), names))
                            + (isSaid ? " " + reading.remedy() : "")
                            + WAY_OUT
                            + " Nothing was changed.");
        } catch (CallFailedException e) {
            // Then it is not known, and the user sees the first failure.
            return Optional.empty();
        }
    }
}
