// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.parameters;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * The executions of a goal in all modules of a build, as the POMs define them. The command line applies to all of them,
 * so it must not contain a value that fits only one.
 */
record BuildExecutions(List<PomExecution> all) {

    private static final List<String> DIFFERENT = List.of("environments", "codeRevision", "codeFile", "reportFile");

    /** Call this before the first goal: {@code upload} sets a property that is not in the POMs. */
    static BuildExecutions of(List<MavenProject> projects, PluginDescriptor plugin) {
        List<PomExecution> all = new ArrayList<>();
        for (MavenProject project : projects) {
            for (PluginExecution execution : new PluginConfiguration(project, plugin).executions()) {
                Optional<Xpp3Dom> configuration = PluginConfiguration.read(execution.getConfiguration());
                if (text(configuration, project, "skip").equalsIgnoreCase("true")) {
                    continue;
                }
                List<String> texts = DIFFERENT.stream()
                        .map(parameter -> inModule(text(configuration, project, parameter), parameter, project))
                        .toList();
                execution
                        .getGoals()
                        .forEach(goal -> all.add(new PomExecution(
                                project.getArtifactId(),
                                goal,
                                execution.getId(),
                                text(configuration, project, "name"),
                                texts)));
            }
        }
        return new BuildExecutions(all);
    }

    private static String text(Optional<Xpp3Dom> configuration, MavenProject project, String parameter) {
        return configuration
                .map(elements -> elements.getChild(parameter))
                .map(element -> String.join(",", PluginConfiguration.texts(element)))
                .filter(text -> !text.isEmpty())
                .orElseGet(() -> project.getProperties()
                        .getProperty("edge-routine." + parameter, "")
                        .strip());
    }

    /** Makes a path relative to its module, so that paths of different modules can be equal. */
    private static String inModule(String text, String parameter, MavenProject project) {
        if (!parameter.endsWith("File") || project.getBasedir() == null) {
            return text;
        }
        try {
            Path base = project.getBasedir().toPath();
            Path path = base.resolve(text);
            return path.startsWith(base) ? base.relativize(path).toString() : text;
        } catch (InvalidPathException e) {
            return text;
        }
    }

    /** Refuses parameters on the command line that cannot apply to all executions of the goal. */
    void refuse(String goal, Optional<String> routine, GivenParameters given, ParameterErrors faults) {
        List<PomExecution> concerned = all.stream()
                .filter(each -> each.goal().equals(goal))
                .filter(each -> routine.isEmpty() || each.isOf(routine.get()))
                .toList();
        if (routine.isPresent() && !all.isEmpty() && all.stream().noneMatch(each -> each.isOf(routine.get()))) {
            faults.add(
                    "name",
                    "is '" + routine.get() + "', but the executions of this build are for other routines: "
                            + String.join(
                                    ", ",
                                    all.stream()
                                            .map(PomExecution::name)
                                            .distinct()
                                            .toList()));
        }
        for (int i = 0; i < DIFFERENT.size(); i++) {
            int parameter = i;
            Set<String> texts = new TreeSet<>();
            concerned.forEach(each -> texts.add(each.text().get(parameter)));
            String name = DIFFERENT.get(i);
            if (texts.size() > 1 && given.commandLine(name).isPresent()) {
                faults.add(
                        name,
                        "cannot be given on the command line of this build, because the POM gives different"
                                + " values to " + listed(concerned.stream())
                                + ". Run one of them by hand as edge-routine:"
                                + goal + "@<execution>, and select its module with -pl");
            }
        }
    }

    private static String listed(Stream<PomExecution> executions) {
        return String.join(
                ", ",
                executions
                        .map(each -> each.goal() + "@" + each.id() + " of " + each.module())
                        .toList());
    }
}
