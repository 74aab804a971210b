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
 * What a goal gets from Maven.
 *
 * @param project the module that the goal runs in; without a POM it has no file
 * @param log accepts messages that name options in braces
 * @param service properties of the service that the goal calls
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

    /** The names of options as the user writes them. */
    public OptionNames names() {
        return new OptionNames(service.console());
    }

    public PluginDescriptor plugin() {
        return execution.getMojoDescriptor().getPluginDescriptor();
    }

    /**
     * Values that all executions of this plugin share in this build. Use only types of the JDK: a module can have
     * another class loader with the same classes.
     */
    public Map<String, Object> shared() {
        return session.getPluginContext(plugin(), session.getTopLevelProject());
    }

    /** The value of a parameter on the command line, with surrounding blanks. */
    public Optional<String> commandLine(String parameter) {
        return Optional.ofNullable(session.getUserProperties().getProperty("edge-routine." + parameter));
    }

    /** The base of relative paths: the directory of the module, or the current directory without a POM. */
    public Path base() {
        return project.getFile() == null
                ? Path.of(session.getExecutionRootDirectory())
                : project.getBasedir().toPath();
    }

    /**
     * The directory for files of the goals: {@code target/edge-routine} in the module, or in the current directory
     * without a POM.
     */
    public Path directory() {
        return directory(project);
    }

    /** The directory for files of the goals in another module. */
    public Path directory(MavenProject module) {
        Path target = module.getFile() == null
                ? Path.of(session.getExecutionRootDirectory(), "target")
                : Path.of(module.getBuild().getDirectory());
        return target.resolve("edge-routine");
    }

    /** @param given {@code null} for the default path */
    public Path reportFile(File given) {
        return given == null ? directory().resolve("publish.json") : given.toPath();
    }

    /** The id of the module in a memory, the same in every checkout. */
    public String id() {
        return id(project);
    }

    /** The id of another module in a memory. */
    public String id(MavenProject module) {
        return module.getFile() == null
                ? session.getExecutionRootDirectory()
                : module.getGroupId() + ":" + module.getArtifactId();
    }
}
