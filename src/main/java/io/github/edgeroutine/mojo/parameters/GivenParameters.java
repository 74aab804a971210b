// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.parameters;

import io.github.edgeroutine.mojo.context.GoalContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Lets the command line override the POM. Refuses values that Maven would silently ignore or replace by a default. */
record GivenParameters(GoalContext goal, Parameters parameters) {

    /** @param directory the base of a relative path on the command line */
    void takeCommandLine(Path directory, ParameterErrors faults) {
        for (String name : parameters.names()) {
            commandLine(name).ifPresent(text -> {
                if (parameters.isPath(name) && text.isBlank()) {
                    faults.add(name, "is empty: give a path, or remove it");
                    return;
                }
                element(name)
                        .filter(element ->
                                !PluginConfiguration.texts(element).equals(ParameterText.names(List.of(text))))
                        .ifPresent(element -> goal.log()
                                .info("-D" + parameters.property(name).orElseThrow() + " overrides <" + name
                                        + "> of the POM."));
                faults.read(name, () -> {
                    parameters.set(name, text, directory);
                    return name;
                });
            });
        }
    }

    void check(ParameterErrors faults) {
        parameters.names().stream().filter(name -> commandLine(name).isEmpty()).forEach(name -> checkPom(name, faults));
        parameters.names().stream()
                .filter(parameters::isSwitch)
                .forEach(name -> faults.read(name, () -> ParameterText.isOn((String) parameters.value(name))));
    }

    /** Maven would replace an invalid value by the default. */
    private void checkPom(String name, ParameterErrors faults) {
        given(name).ifPresent(text -> {
            if (text.isBlank()) {
                if (parameters.isSwitch(name)) {
                    faults.add(name, "is empty, but must be true or false");
                }
            } else if (new Expressions(goal).value(text).isEmpty()) {
                faults.add(name, "is " + text.strip() + ", which has no value");
            }
        });
    }

    /** The value in the POM or in one of its properties. */
    private Optional<String> given(String name) {
        return element(name)
                .filter(element -> element.getChildCount() == 0)
                .map(element -> Optional.ofNullable(element.getValue()).orElse(""))
                .or(() -> parameters
                        .property(name)
                        .flatMap(property -> Optional.ofNullable(
                                goal.project().getProperties().getProperty(property))));
    }

    Optional<String> commandLine(String name) {
        Properties user = goal.session().getUserProperties();
        return parameters.property(name).flatMap(property -> Optional.ofNullable(user.getProperty(property)));
    }

    /** The parameter in the POM, for this execution. */
    private Optional<Xpp3Dom> element(String name) {
        return new PluginConfiguration(goal.project(), goal.plugin())
                .of(goal.execution().getExecutionId())
                .map(configuration -> configuration.getChild(name));
    }
}
