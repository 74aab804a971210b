// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.context;

import io.github.edgeroutine.routine.ServiceTraits;
import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/**
 * What Maven gives a goal.
 *
 * @param project the module that the goal runs in; without a POM it has no file
 * @param log takes messages that name options in braces
 * @param service what the service is like that the goal calls
 */
public record GoalContext(
        MavenSession session, MavenProject project, MojoExecution execution, Log log, ServiceTraits service) {

    public GoalContext {
        log = OptionLog.of(log, new OptionNames(service.console()));
    }

    /** The same goal with another service. */
    public GoalContext of(ServiceTraits other) {
        return new GoalContext(session, project, execution, log, other);
    }

    /** How the user writes options. */
    public OptionNames names() {
        return new OptionNames(service.console());
    }

    public PluginDescriptor plugin() {
        return execution.getMojoDescriptor().getPluginDescriptor();
    }

    /**
     * What the executions of this plugin share in this build. A module may have the plugin in a class loader of its own, so
     * a value of another type than the JDK's may be of a class that only looks the same.
     */
    public Map<String, Object> shared() {
        return session.getPluginContext(plugin(), session.getTopLevelProject());
    }

    /** What the command line says of a parameter, with the space around it. */
    public Optional<String> commandLine(String parameter) {
        return Optional.ofNullable(session.getUserProperties().getProperty("edge-routine." + parameter));
    }

    /** Where relative paths begin: the directory of the module, or the current one without a POM. */
    public Path base() {
        return project.getFile() == null
                ? Path.of(session.getExecutionRootDirectory())
                : project.getBasedir().toPath();
    }

    /** Where the goals keep files: {@code target/edge-routine} of the module, or of the current directory without a POM. */
    public Path directory() {
        return directory(project);
    }

    /** Where the goals keep files in another module. */
    public Path directory(MavenProject module) {
        Path target = module.getFile() == null
                ? Path.of(session.getExecutionRootDirectory(), "target")
                : Path.of(module.getBuild().getDirectory());
        return target.resolve("edge-routine");
    }

    /** @param given {@code null} for the usual place */
    public Path reportFile(File given) {
        return given == null ? directory().resolve("publish.json") : given.toPath();
    }

    /** How a memory calls the module, the same in every checkout. */
    public String id() {
        return id(project);
    }

    /** How a memory calls another module. */
    public String id(MavenProject module) {
        return module.getFile() == null
                ? session.getExecutionRootDirectory()
                : module.getGroupId() + ":" + module.getArtifactId();
    }
}
