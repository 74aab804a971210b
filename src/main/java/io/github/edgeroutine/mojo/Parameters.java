// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** The parameters of a goal, as the plugin describes them, and what Maven has put into its fields. */
record Parameters(MojoDescriptor goal, Mojo mojo) {

    /** Those that a user can give. */
    Stream<String> names() {
        return goal.getParameters().stream().filter(Parameter::isEditable).map(Parameter::getName);
    }

    /** Those that are on or off: it shows in their default. */
    List<String> switches() {
        return names().filter(name -> described(name)
                        .map(parameter -> parameter.getAttribute("default-value", ""))
                        .filter(value -> value.equals("true") || value.equals("false"))
                        .isPresent())
                .toList();
    }

    private Optional<PlexusConfiguration> described(String name) {
        return Optional.ofNullable(goal.getMojoConfiguration().getChild(name, false));
    }

    Object value(String name) {
        try {
            return field(name).get(mojo);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private Field field(String name) {
        for (Class<?> type = mojo.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field;
                }
            }
        }
        throw new IllegalStateException(goal.getGoal() + " has no field for its parameter " + name);
    }
}
