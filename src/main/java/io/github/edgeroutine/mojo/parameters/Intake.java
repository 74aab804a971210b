// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.parameters;

import io.github.edgeroutine.mojo.context.GoalContext;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;

/** The first step of a goal: skip it, or check the command line and the POM. */
public record Intake(GoalContext goal, Parameters parameters) {

    /**
     * Lets the command line override the POM.
     *
     * @param skipInPom the value in the POM, or the default
     * @param nameInPom of the routine of this execution, may be {@code null}
     * @return false if the goal is skipped, or if the command line selects another routine
     * @throws MojoFailureException if a switch is invalid, or a name is unknown; a skipped goal checks only the switch
     */
    public boolean isMeant(String skipInPom, String nameInPom) throws MojoFailureException {
        Optional<String> skipped = new SkipSwitch(goal, skipInPom).place();
        if (skipped.isPresent()) {
            goal.log().info("Skipped: " + skipped.get() + " is set.");
            return false;
        }
        return isMeant(nameInPom);
    }

    private boolean isMeant(String nameInPom) throws MojoFailureException {
        ParameterErrors faults = new ParameterErrors();
        findUnknownNames(faults);
        GivenParameters given = new GivenParameters(goal, parameters);
        Optional<String> asked = isInLifecycle() ? given.commandLine("name").map(String::strip) : Optional.empty();
        if (isInLifecycle()) {
            executions().refuse(goal.execution().getMojoDescriptor().getGoal(), asked, given, faults);
        }
        String own = nameInPom == null ? "" : nameInPom.strip();
        boolean other = asked.isPresent() && !own.isEmpty() && !own.equals(asked.get());
        if (!other) {
            given.takeCommandLine(goal.base(), faults);
            given.check(faults);
        }
        faults.throwIfAny();
        if (other) {
            goal.log()
                    .info("Skipped: -Dedge-routine.name selects routine " + asked.get()
                            + ", but this execution is for routine " + own + ".");
        }
        return !other;
    }

    private void findUnknownNames(ParameterErrors faults) {
        Properties user = goal.session().getUserProperties();
        UnknownNames unknown = new UnknownNames(goal.plugin());
        unknown.findProperties(user, "-D%s", faults);
        unknown.findProperties(goal.session().getSystemProperties(), "-D%s", faults);
        unknown.findProperties(goal.project().getProperties(), "The property %s of the POM or settings.xml", faults);
        unknown.findElements(new PluginConfiguration(goal.project(), goal.plugin()).all(), faults);
        unknown.withoutPrefix(user).stream()
                .filter(warning -> goal.shared().putIfAbsent("edge-routine: " + warning, true) == null)
                .forEach(goal.log()::warn);
    }

    private BuildExecutions executions() {
        Object shared = goal.shared()
                .computeIfAbsent(
                        "edge-routine.executions",
                        key -> BuildExecutions.of(goal.session().getProjects(), goal.plugin()));
        // Another module can have another class loader.
        return shared instanceof BuildExecutions executions
                ? executions
                : BuildExecutions.of(goal.session().getProjects(), goal.plugin());
    }

    private boolean isInLifecycle() {
        return goal.execution().getSource() == MojoExecution.Source.LIFECYCLE;
    }
}
