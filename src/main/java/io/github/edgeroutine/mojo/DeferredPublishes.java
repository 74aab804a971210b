// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import static java.util.stream.Collectors.joining;

import io.github.edgeroutine.memory.RememberedRun;
import io.github.edgeroutine.mojo.connection.Connection;
import io.github.edgeroutine.mojo.connection.PendingConnection;
import io.github.edgeroutine.mojo.output.LoggedProgress;
import io.github.edgeroutine.mojo.reactor.BuildEnd;
import io.github.edgeroutine.mojo.reactor.WaitingNote;
import io.github.edgeroutine.routine.publish.Outcome;
import io.github.edgeroutine.routine.publish.PublishRequest;
import io.github.edgeroutine.routine.publish.ReactorPublish;
import io.github.edgeroutine.routine.publish.ReactorPublish.Part;
import io.github.edgeroutine.routine.rollback.Run;
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

/** The publishes of a build that wait until every module has come through. */
final class DeferredPublishes {

    private record Waiting(PublishMojo mojo, PublishRequest request, PendingConnection access) {

        String module() {
            return mojo.project().getArtifactId();
        }

        WaitingNote note() {
            return new WaitingNote(mojo.directory().resolve("waiting"));
        }
    }

    private final MavenExecutionResult build;
    private final Log log;
    private final List<Waiting> waiting = new ArrayList<>();

    private DeferredPublishes(MavenSession session, Log log) {
        this.build = session.getResult();
        this.log = log;
        BuildEnd.call(session.getRequest(), this::publish);
    }

    /**
     * @throws MojoFailureException if another module has the plugin in another class loader, or waits since an earlier build
     */
    static void publish(PublishMojo mojo, PublishRequest request, PendingConnection access)
            throws MojoFailureException {
        WaitingNote.check(mojo.session(), mojo.getLog());
        Object shared = mojo.sharedInBuild()
                .computeIfAbsent("edge-routine.atEnd", key -> new DeferredPublishes(mojo.session(), mojo.getLog()));
        if (!(shared instanceof DeferredPublishes atEnd)) {
            throw new MojoFailureException("<publishAtEnd> (-Dedge-routine.publishAtEnd) takes one plugin for the whole"
                    + " build, but module " + mojo.project().getArtifactId() + " gives it other <dependencies> than a"
                    + " module before it: give them in the parent's <pluginManagement>.");
        }
        Waiting waiting = new Waiting(mojo, request, access);
        if (!request.dryRun()) {
            waiting.note().write(request.toString(), mojo.getLog());
        }
        atEnd.add(waiting);
        mojo.getLog().info("Waits for the end of the build: " + request);
    }

    private synchronized void add(Waiting publish) {
        waiting.add(publish);
    }

    private synchronized void publish() {
        if (build.hasExceptions()) {
            log.warn("The build failed, so nothing was published at its end: not "
                    + waiting.stream().map(each -> each.request().toString()).collect(joining(", not "))
                    + ". Build all modules again: -rf (--resume-from) would leave these out.");
            return;
        }
        List<Connection> services = new ArrayList<>();
        try {
            for (Waiting each : waiting) {
                services.add(each.access().open());
            }
            publish(services);
        } catch (IOException | RuntimeException | Error e) {
            build.addException(new MojoExecutionException("The publish at the end of the build broke off: " + e, e));
        } finally {
            services.forEach(this::close);
        }
    }

    private void publish(List<Connection> services) {
        List<Part> parts = new ArrayList<>();
        List<RememberedRun> remembered = new ArrayList<>();
        int atOnce = 1;
        for (int i = 0; i < services.size(); i++) {
            Waiting each = waiting.get(i);
            remembered.add(each.mojo().remembered(services.get(i), Run.Kind.PUBLISH));
            parts.add(new Part(
                    each.module(),
                    each.mojo().account(),
                    each.request(),
                    each.mojo().publisher(services.get(i), remembered.get(i))));
            atOnce = Math.max(atOnce, each.mojo().concurrency());
        }
        List<Outcome> outcomes = new ReactorPublish(new LoggedProgress(log), atOnce).publish(parts);
        Set<WaitingNote> failed = new HashSet<>();
        for (int i = 0; i < outcomes.size(); i++) {
            Waiting each = waiting.get(i);
            log.info("Routine " + each.request().routine() + " of module " + each.module() + ":");
            try {
                each.mojo()
                        .conclude(
                                services.get(i),
                                remembered.get(i),
                                outcomes.get(i),
                                each.mojo().reportFile());
            } catch (MojoFailureException e) {
                fail(each, e);
                failed.add(each.note());
            } catch (RuntimeException | Error e) {
                fail(
                        each,
                        new MojoFailureException("What became of the publish of " + each.request()
                                + " could not be told: "
                                + e.getClass().getSimpleName() + ". This is a fault of this plugin: report it to its"
                                + " authors. See what is live with edge-routine:status."));
                failed.add(each.note());
            }
        }
        waiting.stream()
                .map(Waiting::note)
                .filter(note -> !failed.contains(note))
                .forEach(note -> note.delete(log));
    }

    private void fail(Waiting publish, MojoFailureException failure) {
        publish.mojo().ci().ifPresent(server -> server.failed(failure.getMessage()));
        MavenProject project = publish.mojo().project();
        BuildSummary success = build.getBuildSummary(project);
        build.addBuildSummary(new BuildFailure(project, success == null ? 0 : success.getTime(), failure));
        build.addException(failure);
    }

    private void close(Connection service) {
        try {
            service.close();
        } catch (IOException e) {
            build.addException(new MojoExecutionException("A file could not be written: " + e.getMessage(), e));
        }
    }
}
