// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.publish;

import static java.util.stream.Collectors.joining;

import io.github.edgeroutine.mojo.context.BuildEnd;
import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.mojo.output.LoggedProgress;
import io.github.edgeroutine.mojo.parameters.ParameterText;
import io.github.edgeroutine.mojo.reactor.RunOfBuild;
import io.github.edgeroutine.routine.publish.Outcome;
import io.github.edgeroutine.routine.publish.ReactorPublish;
import io.github.edgeroutine.routine.publish.ReactorPublish.ModulePublish;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.execution.BuildFailure;
import org.apache.maven.execution.BuildSummary;
import org.apache.maven.execution.MavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/** The publishes of a build that wait until all modules are built. */
public final class DeferredPublishes {

    private record Waiting(PublishTask task, int concurrency) {}

    private final MavenExecutionResult build;
    private final Log log;
    private final List<Waiting> waiting = new ArrayList<>();

    private DeferredPublishes(MavenSession session, Log log) {
        this.build = session.getResult();
        this.log = log;
        BuildEnd.call(session.getRequest(), this::publish);
    }

    /** How many routines may be published at the same time. The message of an error is the rest of a sentence. */
    public static int concurrency(String written) {
        return ParameterText.number(written, 1, 64);
    }

    /**
     * @param concurrency how many routines may be published at the same time; the highest value of all modules applies
     * @throws MojoFailureException if another module has another class loader, or its publish waits since an earlier
     *     build
     */
    public static void defer(PublishTask task, int concurrency) throws MojoFailureException {
        GoalContext goal = task.goal();
        WaitingNote.check(goal);
        // Created first, so that the run ends after its publishes.
        new RunOfBuild(goal);
        Object shared = goal.shared()
                .computeIfAbsent("edge-routine.atEnd", key -> new DeferredPublishes(goal.session(), goal.log()));
        if (!(shared instanceof DeferredPublishes atEnd)) {
            throw new MojoFailureException(
                    "<publishAtEnd> (-Dedge-routine.publishAtEnd) needs the same <dependencies> of this plugin"
                            + " in all modules, but module "
                            + task.module()
                            + " has different ones than an earlier module: move them to the parent's <pluginManagement>.");
        }
        if (!task.request().dryRun()) {
            task.note().write(task.request().toString(), goal.log());
        }
        atEnd.add(new Waiting(task, concurrency));
        goal.log().info("Waits for the end of the build: " + task.request());
    }

    private synchronized void add(Waiting publish) {
        waiting.add(publish);
    }

    private synchronized void publish() {
        if (build.hasExceptions()) {
            log.warn("The build failed, so these publishes at its end were not done: "
                    + waiting.stream()
                            .map(each -> each.task().request().toString())
                            .collect(joining("; "))
                    + ". Build all modules again, because -rf (--resume-from) would leave them out.");
            return;
        }
        List<PublishSession> sessions = new ArrayList<>();
        try {
            for (Waiting each : waiting) {
                sessions.add(each.task().connect());
            }
            report(sessions, publish(sessions));
        } catch (IOException | RuntimeException | Error e) {
            build.addException(
                    new MojoExecutionException("The publish at the end of the build stopped with an error: " + e, e));
        } finally {
            sessions.forEach(this::close);
        }
    }

    private List<Outcome> publish(List<PublishSession> sessions) {
        List<ModulePublish> parts = new ArrayList<>();
        for (int i = 0; i < sessions.size(); i++) {
            PublishTask task = waiting.get(i).task();
            parts.add(new ModulePublish(
                    task.module(),
                    task.account(),
                    task.request(),
                    sessions.get(i).publisher()));
        }
        int atOnce = waiting.stream().mapToInt(Waiting::concurrency).max().orElse(1);
        return new ReactorPublish(new LoggedProgress(log), atOnce).publish(parts);
    }

    /** Reports every module, also if the report of one fails. */
    private void report(List<PublishSession> sessions, List<Outcome> outcomes) {
        Set<WaitingNote> failed = new HashSet<>();
        for (int i = 0; i < outcomes.size(); i++) {
            PublishTask task = waiting.get(i).task();
            log.info("Routine " + task.request().routine() + " of module " + task.module() + ":");
            try {
                sessions.get(i).report(outcomes.get(i), task.reportFile(), task.message());
            } catch (MojoFailureException e) {
                fail(task, e);
                failed.add(task.note());
            } catch (RuntimeException | Error e) {
                fail(
                        task,
                        new MojoFailureException("The result of the publish of " + task.request()
                                + " is not known: "
                                + e.getClass().getSimpleName()
                                + ". This is a bug in this plugin: report it to its authors. To see what"
                                + " is live, run edge-routine:status."));
                failed.add(task.note());
            }
        }
        waiting.stream()
                .map(each -> each.task().note())
                .filter(note -> !failed.contains(note))
                .forEach(note -> note.delete(log));
    }

    private void fail(PublishTask task, MojoFailureException failure) {
        task.ci().failed(failure.getMessage());
        MavenProject project = task.goal().project();
        BuildSummary success = build.getBuildSummary(project);
        build.addBuildSummary(new BuildFailure(project, success == null ? 0 : success.getTime(), failure));
        build.addException(failure);
    }

    private void close(PublishSession session) {
        try {
            session.close();
        } catch (IOException e) {
            build.addException(new MojoExecutionException("A file could not be written: " + e.getMessage(), e));
        }
    }
}
