// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.parameters;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** The configuration of this plugin in the effective POM of a module. Maven shows a goal only its own part. */
record PluginConfiguration(MavenProject project, PluginDescriptor plugin) {

    /** All configurations: of the plugin in {@code <build>} and {@code <pluginManagement>}, and of its executions. */
    List<Xpp3Dom> all() {
        return plugins()
                .flatMap(each -> Stream.concat(
                        read(each.getConfiguration()).stream(),
                        each.getExecutions().stream()
                                .flatMap(execution -> read(execution.getConfiguration()).stream())))
                .toList();
    }

    /** The configuration of an execution, or of a goal that is called by hand. */
    Optional<Xpp3Dom> of(String execution) {
        return plugins()
                .findFirst()
                .flatMap(each -> Optional.ofNullable(each.getExecutionsAsMap().get(execution))
                        .map(PluginExecution::getConfiguration)
                        .or(() -> Optional.ofNullable(each.getConfiguration()))
                        .flatMap(PluginConfiguration::read));
    }

    /** The executions that are bound to the lifecycle. */
    List<PluginExecution> executions() {
        return project.getBuildPlugins().stream()
                .filter(this::isThisPlugin)
                .flatMap(each -> each.getExecutions().stream())
                .filter(execution -> !"none".equals(execution.getPhase()))
                .toList();
    }

    private Stream<Plugin> plugins() {
        return Stream.concat(
                        project.getBuildPlugins().stream(),
                        Optional.ofNullable(project.getPluginManagement()).stream()
                                .flatMap(management -> management.getPlugins().stream()))
                .filter(this::isThisPlugin);
    }

    static Optional<Xpp3Dom> read(Object configuration) {
        return configuration instanceof Xpp3Dom elements ? Optional.of(elements) : Optional.empty();
    }

    /** One text, or the texts of a list. */
    static List<String> texts(Xpp3Dom element) {
        return element.getChildCount() == 0
                ? ParameterText.names(Arrays.asList(element.getValue()))
                : ParameterText.names(Arrays.stream(element.getChildren())
                        .map(Xpp3Dom::getValue)
                        .toList());
    }

    private boolean isThisPlugin(Plugin each) {
        return each.getGroupId().equals(plugin.getGroupId())
                && each.getArtifactId().equals(plugin.getArtifactId());
    }
}
