// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.upkeep;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CommaList;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.Variable;
import io.github.edgeroutine.routine.call.RoutineClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sets function variables in one environment after the other: reads the present ones and sets the differences. */
public final class VariableSetter {

    private final RoutineClient routines;

    public VariableSetter(RoutineClient routines) {
        this.routines = routines;
    }

    /** @throws GoalFailedException if the variables cannot be read, or if there would be too many */
    public List<VariableChanges> plan(VariablesRequest request) throws GoalFailedException {
        List<VariableChanges> plan = new ArrayList<>();
        for (Environment environment : request.environments()) {
            VariableChanges changes =
                    new VariableChanges(environment, present(request, environment), request.variables());
            if (changes.total() > Variable.MOST) {
                throw new GoalFailedException("Environment " + environment + " of routine " + request.routine()
                        + " would have " + changes.total() + " variables, but the service allows at most"
                        + " " + Variable.MOST
                        + ". Delete some in {console}. Nothing was changed.");
            }
            plan.add(changes);
        }
        return plan;
    }

    private Map<String, Variable> present(VariablesRequest request, Environment environment)
            throws GoalFailedException {
        try {
            return routines.variables(request.routine(), environment);
        } catch (CallFailedException e) {
            throw new GoalFailedException("Could not read the variables of " + environment + " of routine "
                    + request.routine() + ": " + e.getMessage() + ". Nothing was changed. " + e.remedy());
        }
    }

    /** @throws GoalFailedException if the service did not set all of them, or did not answer */
    public void carryOut(VariablesRequest request, List<VariableChanges> plan) throws GoalFailedException {
        List<String> done = new ArrayList<>();
        for (VariableChanges changes : plan) {
            if (!changes.due().isEmpty()) {
                set(request, changes, done);
                done.add(changes.environment().name());
            }
        }
    }

    private void set(VariablesRequest request, VariableChanges changes, List<String> done) throws GoalFailedException {
        List<String> names = List.copyOf(changes.due().keySet());
        String place = changes.environment() + " of routine " + request.routine();
        String before = done.isEmpty() ? "" : " Set before this failure: all of " + CommaList.of(done) + ".";
        Set<String> confirmed;
        try {
            confirmed = routines.setVariables(request.routine(), changes.environment(), changes.due());
        } catch (CallFailedException e) {
            String truth = e.effect() == Effect.UNKNOWN
                    ? "It is not known which of them are set. It is safe to set them again."
                    : "None of them is set.";
            throw new GoalFailedException("Could not set the variables " + CommaList.of(names) + " of " + place + ": "
                    + e.getMessage() + ". " + truth + before + " " + e.remedy());
        }
        List<String> missing =
                names.stream().filter(name -> !confirmed.contains(name)).toList();
        if (!missing.isEmpty()) {
            List<String> set = names.stream().filter(confirmed::contains).toList();
            throw new GoalFailedException(
                    "The service did not set the variables " + CommaList.of(missing) + " of " + place
                            + (set.isEmpty() ? "" : ", but set " + CommaList.of(set)) + "." + before
                            + " Check their names and values, and run the goal again.");
        }
    }
}
