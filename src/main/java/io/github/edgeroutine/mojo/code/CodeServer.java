// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.code;

import io.github.edgeroutine.local.HostEndedException;
import io.github.edgeroutine.local.LocalEvent;
import io.github.edgeroutine.local.NodeRuntime;
import io.github.edgeroutine.local.WorkerHost;
import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.source.CodeFile;
import io.github.edgeroutine.source.WatchedFiles;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.BindException;
import java.time.Duration;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;

/** Serves the code of a routine on a port of this machine, until Ctrl-C. */
public final class CodeServer {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    /** Ctrl-C ends Node.js and Java together. After this time Java has ended and does not start Node.js again. */
    private static final Duration BEFORE_RESTART = Duration.ofMillis(500);

    private final GoalContext goal;
    private final ServerSettings settings;
    private final NodeRuntime node;
    private final WatchedFiles files;
    private int port;
    /** Why the current code cannot run. Code that stopped Node.js while it was loaded is not loaded again. */
    private Optional<String> refusal = Optional.empty();

    private CodeServer(GoalContext goal, ServerSettings settings) throws GoalFailedException, InterruptedIOException {
        this.goal = goal;
        this.settings = settings;
        this.port = settings.port();
        this.node = settings.search()
                .find()
                .orElseThrow(() -> new GoalFailedException("The code cannot be served: "
                        + settings.search().reason() + ". Install Node.js, or give its path with {nodeExecutable}."));
        this.files = new WatchedFiles(settings.watched());
    }

    /**
     * Serves until the JVM ends or the thread is interrupted.
     *
     * @param errors gets every error of the parameters
     * @throws MojoFailureException if the configuration has errors; the message contains all of them
     * @throws GoalFailedException if Node.js is missing, or if the port cannot be used
     */
    public static void serve(GoalContext goal, ServerParameters parameters, ParameterErrors errors)
            throws MojoFailureException, GoalFailedException, IOException {
        Optional<ServerSettings> settings = parameters.read(goal, errors);
        errors.throwIfAny();
        try {
            new CodeServer(goal, settings.orElseThrow()).serve();
        } catch (InterruptedIOException e) {
            // The build is being stopped. The thread is already interrupted.
        }
    }

    private void serve() throws GoalFailedException, IOException {
        while (true) {
            try (WorkerHost host = start()) {
                load(host);
                goal.log()
                        .info("The code is served at http://127.0.0.1:" + port + "/ by " + node
                                + ". Stop it with Ctrl-C.");
                answer(host);
            } catch (HostEndedException e) {
                pause(BEFORE_RESTART);
                goal.log().warn("The code stopped responding: " + e.getMessage() + ". Node.js is started again.");
            }
        }
    }

    private WorkerHost start() throws GoalFailedException, IOException {
        WorkerHost host;
        try {
            host = WorkerHost.start(node, settings.code().toString(), true, WorkerHost.PATIENCE);
        } catch (HostEndedException e) {
            throw new GoalFailedException("The code cannot be served: " + node + " could not run the code: "
                    + e.getMessage() + ". Install another Node.js, or give its path with {nodeExecutable}.");
        }
        try {
            port = host.serve(port);
            return host;
        } catch (BindException | HostEndedException e) {
            host.close();
            throw new GoalFailedException("Port " + port + ", see {port}, cannot be used: " + e.getMessage()
                    + ". Give another port, or 0 for any free port.");
        }
    }

    private void answer(WorkerHost host) throws HostEndedException, IOException {
        while (true) {
            host.look().forEach(this::say);
            if (files.haveChanged()) {
                refusal = Optional.empty();
                load(host);
            }
            pause(BETWEEN_LOOKS);
        }
    }

    private void load(WorkerHost host) throws HostEndedException, IOException {
        if (refusal.isEmpty()) {
            refusal = tried(host);
            refusal.ifPresent(why -> goal.log()
                    .warn("{codeFile} " + why + ". Every request gets this answer until the code is changed."));
        }
        if (refusal.isPresent()) {
            host.refuse(goal.names().written("{codeFile} " + refusal.get() + "."));
        }
    }

    private Optional<String> tried(WorkerHost host) throws IOException {
        try {
            CodeFile code = CodeFile.read(settings.code(), goal.service().largestCode());
            Optional<String> why = host.load(code, goal.service(), settings.hosts());
            if (why.isEmpty()) {
                goal.log().info("Loaded " + code + ".");
            }
            return why;
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    private void say(LocalEvent event) {
        if (event.warning()) {
            goal.log().warn(event.text());
        } else {
            goal.log().info(event.text());
        }
    }

    private static void pause(Duration time) throws InterruptedIOException {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the build is being stopped");
        }
    }
}
