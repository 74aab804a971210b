// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.parameters;

import io.github.edgeroutine.mojo.context.GoalContext;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Whether a goal is skipped. This is read first.
 *
 * @param inPom the value in the POM, or the default
 */
record SkipSwitch(GoalContext goal, String inPom) {

    /**
     * The place of the setting. Empty if the goal is not skipped.
     *
     * @throws MojoFailureException if the value is not true or false
     */
    Optional<String> place() throws MojoFailureException {
        Optional<String> commandLine = goal.commandLine("skip");
        String place = commandLine.isPresent()
                ? "-Dedge-routine.skip"
                : "<skip> in the POM (or the property edge-routine.skip)";
        ParameterErrors faults = new ParameterErrors();
        Optional<Boolean> on = faults.read("skip", () -> ParameterText.isOn(commandLine.orElse(inPom)));
        faults.throwIfAny();
        return on.filter(Boolean::booleanValue).map(yes -> place);
    }
}
