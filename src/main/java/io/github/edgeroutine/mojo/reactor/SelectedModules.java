// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.reactor;

import io.github.edgeroutine.mojo.context.GoalContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;

/**
 * Runs a goal that was called by hand in every selected module. Maven itself runs a goal without a project only in the
 * first one.
 */
public final class SelectedModules {

    private static final String REACHED = "edge-routine.reached";

    private final LifecycleExecutor lifecycle;
    private final BuildPluginManager plugins;

    /** Not a component: Maven creates one for each goal. */
    @Inject
    SelectedModules(LifecycleExecutor lifecycle, BuildPluginManager plugins) {
        this.lifecycle = lifecycle;
        this.plugins = plugins;
    }

    /** Whether this is Maven's only call of the goal for several modules. */
    static boolean areMeant(GoalContext goal) {
        return goal.execution().getSource() == MojoExecution.Source.CLI
                && goal.session().getProjects().size() > 1
                && !goal.shared().containsKey(REACHED);
    }

    /**
     * A goal calls this first.
     *
     * @param hasRoutine whether the goal runs in a module
     * @return whether the work is done: the goal has run in the modules, or skips this one
     * @throws MojoFailureException if the goal failed in a module; the line of each failure is in the log
     */
    public boolean standIn(GoalContext goal, Predicate<MavenProject> hasRoutine) throws MojoFailureException {
        return run(goal) || leaveOut(goal, hasRoutine);
    }

    @SuppressWarnings("unchecked")
    private static boolean leaveOut(GoalContext goal, Predicate<MavenProject> hasRoutine) {
        if (!goal.shared().containsKey(REACHED)) {
            return false;
        }
        if (!hasRoutine.test(goal.project())) {
            return true;
        }
        goal.log().info("Module " + goal.project().getArtifactId() + ":");
        // A type of the JDK, because a module with other <dependencies> has another class loader.
        ((List<String>) goal.shared().get(REACHED)).add(goal.project().getArtifactId());
        return false;
    }

    /** @return false if the goal must run once */
    private boolean run(GoalContext goal) throws MojoFailureException {
        if (!areMeant(goal)) {
            return false;
        }
        boolean reached = runInEach(goal);
        if (!reached) {
            goal.commandLine("name")
                    .map(String::strip)
                    .ifPresent(asked -> goal.log()
                            .info("No module of this build has routine " + asked
                                    + ", so the goal runs once, with the configuration of module "
                                    + goal.project().getArtifactId()
                                    + ". To use the configuration of another module, select it with -pl."));
        }
        return reached;
    }

    /** Continues after a failure in one module. */
    private boolean runInEach(GoalContext goal) throws MojoFailureException {
        List<String> reached = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        goal.shared().put(REACHED, reached);
        try {
            for (MavenProject module : having(goal.execution(), goal.session().getProjects())) {
                try {
                    run(goal.session(), goal.execution(), module);
                } catch (Exception e) {
                    goal.log().error("Module " + module.getArtifactId() + ": " + e.getMessage());
                    failed.add(module.getArtifactId());
                }
            }
        } finally {
            goal.shared().remove(REACHED);
        }
        List<String> leftOut = goal.session().getProjects().stream()
                .map(MavenProject::getArtifactId)
                .filter(module -> !reached.contains(module) && !failed.contains(module))
                .toList();
        if (!leftOut.isEmpty() && leftOut.size() < goal.session().getProjects().size()) {
            goal.log()
                    .info("Modules without a routine for this goal were left out: " + String.join(", ", leftOut) + ".");
        }
        reached.removeAll(failed);
        if (!failed.isEmpty()) {
            throw new MojoFailureException("The goal " + goal.execution().getGoal() + " failed in module "
                    + String.join(", ", failed)
                    + (reached.isEmpty() ? "" : " and succeeded in " + String.join(", ", reached))
                    + ": see the line of each module above.");
        }
        return !reached.isEmpty();
    }

    /** {@code <pluginManagement>} applies to all modules, so it is used only if no module has the plugin. */
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
