// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.code;

import static java.util.stream.Collectors.joining;

import io.github.edgeroutine.local.CodeFinding;
import io.github.edgeroutine.local.CodeInspection;
import io.github.edgeroutine.local.HostEndedException;
import io.github.edgeroutine.local.LocalAnswer;
import io.github.edgeroutine.local.NodeRuntime;
import io.github.edgeroutine.local.NodeSearch;
import io.github.edgeroutine.local.WorkerHost;
import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.mojo.parameters.CheckMode;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.source.CodeFile;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Keeps code that cannot run from being uploaded.
 *
 * @param hosts which the code may call while it runs
 */
public record CodeGate(GoalContext goal, Strictness look, CheckMode run, NodeSearch search, List<String> hosts) {

    /** A host that belongs to nobody, so code with rules for hosts gives its general answer. */
    private static final URI ANY = URI.create("https://www.example.com/");

    /**
     * Checks the text of the code, and runs it if this is enabled and Node.js exists.
     *
     * @throws GoalFailedException if the code cannot run; the message names the file, the error and the remedy
     */
    public void check(CodeFile code) throws GoalFailedException, IOException {
        inspect(code);
        Optional<WorkerHost> host = start(code);
        if (host.isPresent()) {
            try (WorkerHost worker = host.get()) {
                askAnything(worker);
            }
        }
    }

    /** @throws GoalFailedException if the text of the code shows that it cannot run */
    void inspect(CodeFile code) throws GoalFailedException {
        if (look == Strictness.OFF) {
            return;
        }
        List<CodeFinding> findings = new CodeInspection(code, goal.service()).findings();
        String certain = findings.stream()
                .filter(CodeFinding::certain)
                .map(CodeFinding::words)
                .collect(joining("; "));
        if (look == Strictness.FAIL && !certain.isEmpty()) {
            throw new GoalFailedException("{codeFile} " + certain
                    + ". Nothing was uploaded. If the check is wrong about this file, set {codeCheck} to warn.");
        }
        findings.forEach(finding -> goal.log().warn("{codeFile} " + finding.words() + "."));
    }

    /**
     * Loads the code, so that it can answer requests.
     *
     * @return empty if the code is not run, or cannot run on this machine
     * @throws GoalFailedException if the code cannot run, or if Node.js is missing and the run is required
     */
    Optional<WorkerHost> start(CodeFile code) throws GoalFailedException, IOException {
        if (run == CheckMode.OFF) {
            return Optional.empty();
        }
        Optional<NodeRuntime> node = search.find();
        if (node.isEmpty()) {
            notRun(search.reason());
            return Optional.empty();
        }
        WorkerHost worker;
        try {
            worker = WorkerHost.start(node.get(), code.path().toString(), !hosts.isEmpty(), WorkerHost.PATIENCE);
        } catch (HostEndedException e) {
            notRun(node.get() + " could not run the code: " + e.getMessage());
            return Optional.empty();
        }
        try {
            Optional<String> refusal = worker.load(code, goal.service(), hosts);
            if (refusal.isEmpty()) {
                goal.log().debug("The code was loaded by " + node.get() + ".");
                return Optional.of(worker);
            }
            throw new GoalFailedException("{codeFile} " + refusal.get() + ". Nothing was uploaded.");
        } catch (GoalFailedException | IOException e) {
            worker.close();
            throw e;
        }
    }

    private void notRun(String reason) throws GoalFailedException {
        if (run == CheckMode.REQUIRE) {
            throw new GoalFailedException("The code was not run, but {runCheck} requires it: " + reason
                    + ". Install Node.js, or give its path with {nodeExecutable}. Nothing was uploaded.");
        }
        goal.log()
                .info("The code was not run, only its text was checked: " + reason
                        + ". To run it, install Node.js, or give its path with {nodeExecutable}.");
    }

    void logs(LocalAnswer answer) {
        answer.log().forEach(line -> goal.log().debug("The code logged: " + line));
    }

    /** Only warns, because the cause may be something that only the edge has. */
    void askAnything(WorkerHost worker) throws IOException {
        LocalAnswer answer = worker.ask(ANY);
        logs(answer);
        answer.failure()
                .filter(failure -> answer.asked().isEmpty())
                .ifPresent(failure -> goal.log()
                        .warn("The code runs, but a request for " + ANY + " failed: " + failure
                                + ". If the edge has what is missing here, you can ignore this warning."));
    }
}
