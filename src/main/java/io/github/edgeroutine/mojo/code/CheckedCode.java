// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.code;

import io.github.edgeroutine.local.LocalAnswer;
import io.github.edgeroutine.local.WorkerHost;
import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.health.Probe;
import io.github.edgeroutine.source.CodeFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The code of a routine, checked as far as this machine can.
 *
 * @param alone whether the code answers every request. Otherwise static files answer some requests
 */
public record CheckedCode(RoutineName routine, CodeGate gate, CodeFile code, boolean alone) {

    /**
     * Checks the text of the code, runs it, and sends it the same probes that the edge gets after the publish.
     *
     * @throws GoalFailedException if the code cannot run, or a probe fails
     */
    public void check(List<Probe> probes) throws GoalFailedException, IOException {
        gate.inspect(code);
        Optional<WorkerHost> host = gate.start(code);
        if (host.isEmpty()) {
            return;
        }
        try (WorkerHost worker = host.get()) {
            List<Probe> local = probes.stream()
                    .filter(probe -> alone && probe.local())
                    .distinct()
                    .toList();
            if (local.isEmpty()) {
                gate.askAnything(worker);
            } else {
                ask(worker, local);
            }
        }
        gate.goal().log().info("The code of routine " + routine + " runs: " + code + ".");
    }

    private void ask(WorkerHost worker, List<Probe> probes) throws GoalFailedException, IOException {
        List<String> flaws = new ArrayList<>();
        for (Probe probe : probes) {
            LocalAnswer answer = worker.ask(probe.url());
            gate.logs(answer);
            Optional<String> flaw = answer.failure().or(() -> probe.flaw(answer.status(), answer.body()));
            GoalContext goal = gate.goal();
            if (flaw.isEmpty()) {
                goal.log().info("Probe " + probe.address() + " passes on this machine.");
            } else if (answer.asked().isEmpty()) {
                flaws.add("Probe " + probe.address() + " fails on this machine: " + flaw.get());
            } else {
                goal.log()
                        .info("Probe " + probe.address() + " can only be checked at the edge: the code called "
                                + String.join(", ", answer.asked())
                                + ", which {localHosts} does not allow here.");
            }
        }
        if (!flaws.isEmpty()) {
            throw new GoalFailedException(String.join(". ", flaws)
                    + ". Nothing was uploaded. Correct the code. If only the edge can answer a probe,"
                    + " set <local>false</local> for it in {probes}.");
        }
    }
}
