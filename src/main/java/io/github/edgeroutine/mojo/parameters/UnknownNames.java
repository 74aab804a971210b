// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.parameters;

import io.github.edgeroutine.routine.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Finds names that look like parameters but belong to no goal. Maven ignores them, so a switch would silently be off.
 */
final class UnknownNames {

    private static final String OPTION = "-D";
    private static final String PREFIX = "edge-routine.";
    /** By convention the property for the {@code <version>} of this plugin. */
    private static final String VERSION = PREFIX + "version";

    private final Set<String> parameters;
    /** The parameters with a property. */
    private final Set<String> named;

    UnknownNames(PluginDescriptor plugin) {
        parameters =
                plugin.getMojos().stream().flatMap(Parameters::names).collect(Collectors.toCollection(TreeSet::new));
        named = plugin.getMojos().stream()
                .flatMap(goal -> Parameters.names(goal)
                        .filter(name -> Parameters.property(goal, name)
                                .filter(property -> property.equals(PREFIX + name))
                                .isPresent()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @param elements the children of a {@code <configuration>} */
    void findElements(Collection<Xpp3Dom> elements, ParameterErrors faults) {
        elements.stream()
                .flatMap(configuration -> Stream.of(configuration.getChildren()))
                .map(Xpp3Dom::getName)
                .filter(name -> !parameters.contains(name))
                .forEach(name ->
                        faults.addSentence("<" + name + "> in <configuration> is unknown: no goal of this plugin has"
                                + " such a parameter. Did you mean <" + Nearest.meant(name, parameters) + ">?"));
    }

    /** @param where the format of a property there, for example {@code -D%s} */
    void findProperties(Properties given, String where, ParameterErrors faults) {
        given.stringPropertyNames().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(PREFIX))
                .filter(name -> !name.equals(VERSION) && !isProperty(name))
                .sorted()
                .forEach(name -> faults.addSentence(where.replace("%s", name) + " is unknown: " + explanation(name)));
    }

    private boolean isProperty(String name) {
        return name.startsWith(PREFIX) && named.contains(name.substring(PREFIX.length()));
    }

    private String explanation(String name) {
        String parameter = name.substring(PREFIX.length());
        if (parameters.contains(parameter)) {
            return "<" + parameter + "> can be given only in the POM";
        }
        return "no goal of this plugin has such a property. Did you mean " + PREFIX + Nearest.meant(parameter, named)
                + "?";
    }

    /** Only warnings, because other plugins may use these names. */
    List<String> withoutPrefix(Properties given) {
        return given.stringPropertyNames().stream()
                .filter(name -> !name.contains("."))
                .flatMap(name -> Nearest.same(name, named).stream()
                        .map(parameter -> OPTION + name
                                + " is not a property of this plugin and has no effect. Did you mean " + OPTION
                                + PREFIX + parameter + "?"))
                .sorted()
                .toList();
    }
}
