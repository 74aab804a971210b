// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.reactor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** The routines that the POM of a module names for a goal. Ignores the command line. */
public record PomRoutines(MavenProject module, MojoExecution goal) {

    /** The names for a goal that is called by hand. */
    public List<String> names() {
        return own().map(List::of)
                .orElseGet(() -> named().flatMap(each -> name(each).stream()).toList());
    }

    /** Executions with a routine that a goal called by hand does not find, because the plugin itself names none. */
    public List<String> unused() {
        return own().isPresent()
                ? List.of()
                : named().map(PluginExecution::getId).toList();
    }

    /** Whether the execution that is called by hand, as in <code>goal@id</code>, names its routine. */
    public boolean areOfExecution() {
        return execution().isPresent();
    }

    private Optional<String> own() {
        return execution().or(this::plugin).or(this::property);
    }

    private Optional<String> execution() {
        return executions()
                .filter(each -> each.getId().equals(goal.getExecutionId()))
                .findFirst()
                .flatMap(PomRoutines::name);
    }

    private Optional<String> plugin() {
        return declared().flatMap(PomRoutines::name);
    }

    private Optional<String> property() {
        return Optional.ofNullable(module.getProperties().getProperty("edge-routine.name"));
    }

    private Stream<PluginExecution> named() {
        return executions()
                .filter(each -> goal.getExecutionId().equals("default-cli"))
                .filter(each -> name(each).isPresent());
    }

    private Stream<PluginExecution> executions() {
        return declared().stream().flatMap(plugin -> plugin.getExecutions().stream());
    }

    private Optional<Plugin> declared() {
        String key = goal.getPlugin().getKey();
        return Optional.ofNullable(module.getPlugin(key))
                .or(() -> Optional.ofNullable(module.getPluginManagement())
                        .map(management -> management.getPluginsAsMap().get(key)));
    }

    private static Optional<String> name(ConfigurationContainer container) {
        return container.getConfiguration() instanceof Xpp3Dom configuration
                ? Optional.ofNullable(configuration.getChild("name"))
                        .flatMap(name -> Optional.ofNullable(name.getValue()))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                : Optional.empty();
    }
}
