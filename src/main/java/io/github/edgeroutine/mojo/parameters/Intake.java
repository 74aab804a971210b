// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.parameters;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/** The first step after a valid skip: what the command line and the POM ask for is complete, or the build fails. */
public record Intake(
        MavenSession session,
        MavenProject project,
        MojoExecution execution,
        Parameters parameters,
        Map<String, Object> sharedInBuild,
        Log log) {

    /**
     * Gives the command line the last word.
     *
     * @param nameInPom of the routine of this execution, may be {@code null}
     * @return false if the command line selects another routine
     */
    public boolean isMeant(String nameInPom) throws MojoFailureException {
        ParameterErrors faults = new ParameterErrors();
        findUnknownNames(faults);
        GivenParameters given = new GivenParameters(session, project, execution, parameters);
        Optional<String> asked = isInLifecycle() ? given.commandLine("name").map(String::strip) : Optional.empty();
        if (isInLifecycle()) {
            executions().refuse(parameters.goal().getGoal(), asked, given, faults);
        }
        String own = nameInPom == null ? "" : nameInPom.strip();
        boolean other = asked.isPresent() && !own.isEmpty() && !own.equals(asked.get());
        if (!other) {
            given.takeCommandLine(directory(), faults, log);
            given.check(faults);
        }
        faults.throwIfAny();
        if (other) {
            log.info("Left out: -Dedge-routine.name selects routine " + asked.get()
                    + ", and this execution is for routine " + own + ".");
        }
        return !other;
    }

    private void findUnknownNames(ParameterErrors faults) {
        Properties user = session.getUserProperties();
        UnknownNames unknown = new UnknownNames(plugin());
        unknown.findProperties(user, "-D%s", faults);
        unknown.findProperties(session.getSystemProperties(), "-D%s", faults);
        unknown.findProperties(project.getProperties(), "The property %s of the POM or settings.xml", faults);
        unknown.findElements(new PluginConfiguration(project, plugin()).all(), faults);
        unknown.withoutPrefix(user).stream()
                .filter(warning -> sharedInBuild.putIfAbsent("edge-routine: " + warning, true) == null)
                .forEach(log::warn);
    }

    private BuildExecutions executions() {
        Object shared = sharedInBuild.computeIfAbsent(
                "edge-routine.executions", key -> BuildExecutions.of(session.getProjects(), plugin()));
        // Another module may have the plugin in another class loader.
        return shared instanceof BuildExecutions executions
                ? executions
                : BuildExecutions.of(session.getProjects(), plugin());
    }

    private boolean isInLifecycle() {
        return execution.getSource() == MojoExecution.Source.LIFECYCLE;
    }

    private PluginDescriptor plugin() {
        return parameters.goal().getPluginDescriptor();
    }

    /** Where relative paths begin. */
    private Path directory() {
        return project.getFile() == null
                ? Path.of(session.getExecutionRootDirectory())
                : project.getBasedir().toPath();
    }
}
