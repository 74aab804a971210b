// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.upkeep;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CommaList;
import io.github.edgeroutine.routine.EdgeRoutines.NewRoutine;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.Setting;
import io.github.edgeroutine.routine.call.GoalTime;
import io.github.edgeroutine.routine.call.Patience;
import io.github.edgeroutine.routine.call.Progress;
import io.github.edgeroutine.routine.call.ReadBack;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.routine.call.StateReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Creates a routine that the account does not have, and checks the result. An existing routine is not changed. */
public final class Creator {

    /** As long as a publish waits by default. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RoutineClient routines;
    private final ReadBack readBack;

    /** @param time for the checks of the new routine */
    public Creator(RoutineClient routines, GoalTime time, Progress progress) {
        this.routines = routines;
        this.readBack = new ReadBack(routines, time, progress);
    }

    /**
     * The state of the routine; empty if the account does not have it.
     *
     * @throws GoalFailedException if this cannot be found out
     */
    public Optional<RoutineState> find(RoutineName routine) throws GoalFailedException {
        try {
            return Optional.of(routines.describe(routine));
        } catch (CallFailedException e) {
            if (new StateReader(routines).isMissing(routine, e)) {
                return Optional.empty();
            }
            throw new GoalFailedException("Could not check whether there is a routine"
                    + " " + routine + ": " + e.getMessage()
                    + ". Nothing was changed. " + e.remedy());
        }
    }

    /** Creates it.
     *
     * @throws GoalFailedException if the routine does not exist afterwards, or does not have the settings
     */
    public void create(NewRoutine routine) throws GoalFailedException {
        try {
            routines.createRoutine(routine);
        } catch (CallFailedException e) {
            throw new GoalFailedException("Could not create routine " + routine.name() + ": " + e.getMessage() + ". "
                    + (e.effect() == Effect.UNKNOWN ? truth(routine.name()) : "Nothing was changed.")
                    + " " + e.remedy());
        }
        RoutineState made = readBack.awaitNew(
                        routine.name(),
                        seen -> seen.differences(routine.settings()).isEmpty(),
                        new Patience(PATIENCE))
                .orElseThrow(() -> new GoalFailedException("The service created routine " + routine.name()
                        + ", but it cannot be read. Check it in {console}. It is safe to run the goal again."));
        List<String> left = differing(made, routine.settings());
        if (!left.isEmpty()) {
            throw new GoalFailedException("Routine " + routine.name()
                    + " exists now, but does not show the settings of " + CommaList.of(left)
                    + ". Set them with edge-routine:configure.");
        }
    }

    private String truth(RoutineName routine) {
        try {
            return find(routine).isPresent() ? "The routine exists now." : "The account does not show this routine.";
        } catch (GoalFailedException e) {
            // The user sees the first failure.
            return "It is not known whether the routine exists now. It is safe to run the goal again.";
        }
    }

    /** The names of the environments with other settings. */
    public static List<String> differing(RoutineState state, Map<Environment, Setting> settings) {
        return state.differences(settings).keySet().stream()
                .map(Environment::name)
                .toList();
    }
}
