// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.site;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.configuration.PlexusConfigurationException;

/** The descriptor of the plugin from this build. */
record Descriptor(List<MojoDescriptor> mojos) {

    static Descriptor read() {
        try (Reader reader = Files.newBufferedReader(Path.of("target/classes/META-INF/maven/plugin.xml"))) {
            return new Descriptor(
                    List.copyOf(new PluginDescriptorBuilder().build(reader).getMojos()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PlexusConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    Set<String> goals() {
        return mojos.stream().map(MojoDescriptor::getGoal).collect(toCollection(TreeSet::new));
    }

    /** The goals that call the service. */
    Set<String> callingGoals() {
        return mojos.stream()
                .filter(mojo -> parameters(mojo).anyMatch("endpoint"::equals))
                .map(MojoDescriptor::getGoal)
                .collect(toCollection(TreeSet::new));
    }

    /** The allowed elements in the POM's configuration of a goal. */
    Set<String> parameters(Set<String> goals) {
        return mojos.stream()
                .filter(mojo -> goals.contains(mojo.getGoal()))
                .flatMap(Descriptor::parameters)
                .collect(toCollection(TreeSet::new));
    }

    /** The allowed properties after -D. */
    Set<String> properties() {
        return mojos.stream()
                .flatMap(mojo -> Stream.of(mojo.getMojoConfiguration().getChildren()))
                .map(Descriptor::expression)
                .filter(expression -> expression.startsWith("${edge-routine."))
                .map(expression -> expression.replaceAll("^\\$\\{|}$", ""))
                .collect(toCollection(TreeSet::new));
    }

    /** A parameter that may stand in the POM, of one goal. The generated goal help is left out. */
    record GoalParameter(
            String goal,
            String name,
            String description,
            String since,
            Optional<String> property,
            Optional<String> defaultValue) {

        @Override
        public String toString() {
            return goal + "." + name;
        }
    }

    List<GoalParameter> goalParameters() {
        return mojos.stream()
                .filter(mojo -> !mojo.getGoal().equals("help"))
                .flatMap(mojo -> mojo.getParameters().stream()
                        .filter(Parameter::isEditable)
                        .map(parameter -> goalParameter(mojo, parameter)))
                .toList();
    }

    private static GoalParameter goalParameter(MojoDescriptor mojo, Parameter parameter) {
        Optional<PlexusConfiguration> written =
                Optional.ofNullable(mojo.getMojoConfiguration().getChild(parameter.getName(), false));
        return new GoalParameter(
                mojo.getGoal(),
                parameter.getName(),
                parameter.getDescription(),
                parameter.getSince(),
                written.map(Descriptor::expression)
                        .filter(expression -> !expression.isEmpty())
                        .map(expression -> expression.replaceAll("^\\$\\{|}$", "")),
                written.map(each -> each.getAttribute("default-value"))
                        .map(value -> value.replace("${project.build.directory}", "target")));
    }

    private static Stream<String> parameters(MojoDescriptor mojo) {
        return mojo.getParameters().stream().filter(Parameter::isEditable).map(Parameter::getName);
    }

    private static String expression(PlexusConfiguration parameter) {
        return parameter.getValue("");
    }
}
