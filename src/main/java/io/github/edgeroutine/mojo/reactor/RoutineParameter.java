// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.reactor;

import static java.util.stream.Collectors.joining;

import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.routine.RoutineName;
import java.util.List;
import java.util.Optional;
import org.apache.maven.project.MavenProject;

/**
 * The parameter {@code <name>}: the routine of a goal, and the modules of a build that have one.
 *
 * @param name may be {@code null}
 */
public record RoutineParameter(GoalContext goal, String name) {

    /** @return empty after an error */
    public Optional<RoutineName> require(ParameterErrors faults) {
        return faults.require("name", name, hint(), RoutineName::new);
    }

    /** For a goal with an optional name. An invalid name is an error too. */
    public Optional<RoutineName> find(ParameterErrors faults) {
        return name == null || name.isBlank() ? Optional.empty() : require(faults);
    }

    /** How to set the missing name. */
    public String hint() {
        List<String> executions = new PomRoutines(goal.project(), goal.execution()).unused();
        return "give the name of the routine, see " + goal.service().console()
                + (executions.isEmpty() ? whereToGiveIt() : commands(executions));
    }

    private String whereToGiveIt() {
        return SelectedModules.areMeant(goal)
                ? "; no module of this build has one, so add <name> to the POM of the routine's module, or select"
                        + " that module with -pl"
                : "";
    }

    private String commands(List<String> executions) {
        return "; the POM sets it only in executions, so run "
                + executions.stream()
                        .map(id -> "edge-routine:" + goal.execution().getGoal() + "@" + id)
                        .collect(joining(" or "));
    }

    /** Whether the module has a routine for a goal that is called by hand. */
    public boolean isIn(MavenProject module) {
        List<String> names = new PomRoutines(module, goal.execution()).names();
        return asked().map(names::contains).orElse(!names.isEmpty());
    }

    /** Whether the call names one routine: by its name, or by an execution with a name. */
    public boolean isAlone() {
        return asked().isPresent() || new PomRoutines(goal.project(), goal.execution()).areOfExecution();
    }

    /** The routine that the command line names. */
    public Optional<String> asked() {
        return goal.commandLine("name").map(String::strip);
    }
}
