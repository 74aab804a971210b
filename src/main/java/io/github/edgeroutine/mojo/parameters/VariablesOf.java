// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.parameters;

import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.ServiceTraits.Ability;
import java.util.Optional;

/** The parameter {@code <variablesOf>}. */
public final class VariablesOf {

    private VariablesOf() {}

    /** @param written may be {@code null} @return also empty after an error was added */
    public static Optional<Environment> read(String written, GoalContext goal, ParameterErrors faults) {
        return Optional.ofNullable(written)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .flatMap(text -> faults.read("variablesOf", () -> environment(text, goal)));
    }

    private static Environment environment(String name, GoalContext goal) {
        if (!goal.service().can(Ability.VARIABLES)) {
            throw new IllegalArgumentException(
                    "is '" + name + "', but this service has no function variables: remove the element");
        }
        return goal.service().environment(name);
    }
}
