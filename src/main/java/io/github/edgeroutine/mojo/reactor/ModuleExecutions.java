// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.reactor;

import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.mojo.parameters.InvalidConfigurationException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** The goals of this plugin in the lifecycle of a module. The goals themselves read their parameters. */
public final class ModuleExecutions {

    private static final String UPLOAD = "upload";
    /** Goals that do not call a service. They read their parameters when they run. */
    private static final List<String> HARMLESS = List.of("check", "help", "report", "run", "simulator");

    private final LifecycleExecutor lifecycle;
    private final BuildPluginManager plugins;

    /** Not a component: Maven creates one for each goal. */
    @Inject
    ModuleExecutions(LifecycleExecutor lifecycle, BuildPluginManager plugins) {
        this.lifecycle = lifecycle;
        this.plugins = plugins;
    }

    /**
     * Lets each of them read its parameters. Uploads come first, because a publish may need them.
     *
     * @param uploads gets each upload that will run, also one with an error
     * @throws MojoFailureException with the errors of all of them
     */
    public List<ExecutionPreview> preview(GoalContext goal, Consumer<ExecutionPreview> uploads)
            throws MojoFailureException, MojoExecutionException {
        List<ExecutionPreview> previews = new ArrayList<>();
        Map<String, List<String>> faults = new LinkedHashMap<>();
        for (String task : tasks(goal)) {
            ExecutionPreview preview = plan(goal, task);
            previews.add(preview);
            try {
                plugins.executeMojo(goal.session(), preview);
            } catch (InvalidConfigurationException e) {
                e.faults()
                        .forEach(fault -> faults.computeIfAbsent(fault, key -> new ArrayList<>())
                                .add(preview.toString()));
            } catch (MojoFailureException | MojoExecutionException e) {
                throw e;
            } catch (Exception e) {
                throw new MojoExecutionException(
                        "The parameters of " + preview + " could not be read: " + e.getMessage(), e);
            }
            if (preview.getGoal().equals(UPLOAD) && preview.willRun()) {
                uploads.accept(preview);
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidConfigurationException(faults.entrySet().stream()
                    .map(fault -> fault.getKey() + " (" + String.join(", ", fault.getValue()) + ")")
                    .toList());
        }
        return previews;
    }

    private static List<String> tasks(GoalContext goal) {
        Optional<Plugin> plugin = Optional.ofNullable(
                goal.project().getPlugin(goal.execution().getPlugin().getKey()));
        String prefix = goal.execution().getGroupId() + ":" + goal.execution().getArtifactId() + ":"
                + goal.execution().getVersion() + ":";
        List<String> all = plugin.stream()
                .flatMap(each -> each.getExecutions().stream())
                .filter(execution -> !"none".equals(execution.getPhase()))
                .flatMap(ModuleExecutions::goals)
                .toList();
        return Stream.concat(
                        all.stream().filter(task -> task.startsWith(UPLOAD + "@")),
                        all.stream().filter(task -> !task.startsWith(UPLOAD + "@")))
                .map(task -> prefix + task)
                .toList();
    }

    private static Stream<String> goals(PluginExecution execution) {
        return execution.getGoals().stream()
                .filter(each -> !HARMLESS.contains(each))
                .map(each -> each + "@" + execution.getId());
    }

    private ExecutionPreview plan(GoalContext goal, String task) throws MojoExecutionException {
        try {
            List<MojoExecution> planned =
                    lifecycle.calculateExecutionPlan(goal.session(), task).getMojoExecutions();
            return new ExecutionPreview(planned.get(planned.size() - 1));
        } catch (Exception e) {
            throw new MojoExecutionException("The parameters of " + task + " could not be read: " + e.getMessage(), e);
        }
    }
}
