// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.parameters;

import java.io.File;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** The parameters of a goal from the plugin descriptor, and the fields that Maven has set to their values. */
public record Parameters(MojoDescriptor goal, Mojo mojo) {

    /** The parameters that a user can set. */
    List<String> names() {
        return names(goal).toList();
    }

    static Stream<String> names(MojoDescriptor goal) {
        return goal.getParameters().stream().filter(Parameter::isEditable).map(Parameter::getName);
    }

    /** Whether the parameter is true or false. The default shows this. */
    boolean isSwitch(String name) {
        return List.of("true", "false").contains(defaultValue(name));
    }

    String defaultValue(String name) {
        return described(goal, name)
                .map(parameter -> parameter.getAttribute("default-value", ""))
                .orElse("");
    }

    Optional<String> property(String name) {
        return property(goal, name);
    }

    /** Empty if the parameter can be set only in the POM. */
    static Optional<String> property(MojoDescriptor goal, String name) {
        return described(goal, name)
                .map(parameter -> parameter.getValue(""))
                .filter(expression -> expression.startsWith("${"))
                .map(expression -> expression.substring(2, expression.length() - 1));
    }

    private static Optional<PlexusConfiguration> described(MojoDescriptor goal, String name) {
        return Optional.ofNullable(goal.getMojoConfiguration().getChild(name, false));
    }

    Object value(String name) {
        try {
            return field(name).get(mojo);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param directory the base of a relative path */
    void set(String name, String text, Path directory) {
        Field field = field(name);
        try {
            if (field.getType() == File.class) {
                field.set(mojo, directory.resolve(text.strip()).toFile());
            } else if (field.getType() == List.class) {
                field.set(mojo, ParameterText.names(List.of(text)));
            } else {
                field.set(mojo, text);
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isPath(String name) {
        return field(name).getType() == File.class;
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
