// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.reactor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/**
 * Has a goal that was called by hand run in every selected module. Maven itself runs a goal that needs no project once, in
 * the first of them.
 */
public final class SelectedModules {

    private static final String REACHED = "edge-routine.reached";

    private final LifecycleExecutor lifecycle;
    private final BuildPluginManager plugins;

    /** Not a component: Maven makes one for each goal. */
    @Inject
    SelectedModules(LifecycleExecutor lifecycle, BuildPluginManager plugins) {
        this.lifecycle = lifecycle;
        this.plugins = plugins;
    }

    /** Whether Maven calls this goal once for several modules, and this is that call. */
    public static boolean areMeant(MavenSession session, MojoExecution goal, Map<String, Object> shared) {
        return goal.getSource() == MojoExecution.Source.CLI
                && session.getProjects().size() > 1
                && !shared.containsKey(REACHED);
    }

    /**
     * To be asked by the goal in a module before it does anything.
     *
     * @return whether it is to leave the module out
     */
    @SuppressWarnings("unchecked")
    public static boolean leaveOut(
            MavenProject module, BooleanSupplier hasRoutine, Map<String, Object> shared, Log log) {
        if (!shared.containsKey(REACHED)) {
            return false;
        }
        if (!hasRoutine.getAsBoolean()) {
            return true;
        }
        log.info("Module " + module.getArtifactId() + ":");
        // Of a type of the JDK: a module that gives the plugin other <dependencies> has it in another class loader.
        ((List<String>) shared.get(REACHED)).add(module.getArtifactId());
        return false;
    }

    /**
     * Runs the goal in each module that has a routine, also after one failed.
     *
     * @return whether there was any such module
     */
    public boolean run(MavenSession session, MojoExecution goal, Map<String, Object> shared, Log log)
            throws MojoFailureException {
        List<String> reached = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        shared.put(REACHED, reached);
        try {
            for (MavenProject module : having(goal, session.getProjects())) {
                try {
                    run(session, goal, module);
                } catch (Exception e) {
                    log.error("Module " + module.getArtifactId() + ": " + e.getMessage());
                    failed.add(module.getArtifactId());
                }
            }
        } finally {
            shared.remove(REACHED);
        }
        List<String> leftOut = session.getProjects().stream()
                .map(MavenProject::getArtifactId)
                .filter(module -> !reached.contains(module) && !failed.contains(module))
                .toList();
        if (!leftOut.isEmpty() && leftOut.size() < session.getProjects().size()) {
            log.info("Modules without a routine for this goal were left out: " + String.join(", ", leftOut) + ".");
        }
        reached.removeAll(failed);
        if (!failed.isEmpty()) {
            throw new MojoFailureException("The goal " + goal.getGoal() + " failed in module "
                    + String.join(", ", failed)
                    + (reached.isEmpty() ? "" : " and succeeded in " + String.join(", ", reached))
                    + ": see the line of each module above.");
        }
        return !reached.isEmpty();
    }

    /** What only stands in the plugin management makes a module of all, so it counts only if no module has the plugin. */
    private static List<MavenProject> having(MojoExecution goal, List<MavenProject> modules) {
        List<MavenProject> having = modules.stream()
                .filter(module -> module.getPlugin(goal.getPlugin().getKey()) != null)
                .toList();
        return having.isEmpty() ? modules : having;
    }

    private void run(MavenSession session, MojoExecution goal, MavenProject module) throws Exception {
        MavenSession here = session.clone();
        here.setCurrentProject(module);
        String task = goal.getGroupId() + ":" + goal.getArtifactId() + ":" + goal.getVersion() + ":" + goal.getGoal()
                + "@" + goal.getExecutionId();
        for (MojoExecution execution :
                lifecycle.calculateExecutionPlan(here, task).getMojoExecutions()) {
            plugins.executeMojo(here, execution);
        }
    }
}
