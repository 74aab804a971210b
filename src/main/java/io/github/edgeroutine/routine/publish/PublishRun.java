// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import io.github.edgeroutine.routine.PublishCall;
import io.github.edgeroutine.routine.ServiceTraits;
import io.github.edgeroutine.routine.call.ReadBack;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.routine.health.HealthGate;
import io.github.edgeroutine.routine.health.ProbeResult;
import io.github.edgeroutine.routine.publish.Outcome.Verdict;
import io.github.edgeroutine.routine.publish.Plan.Stage;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** One plan on its way: its writes one after the other, the probes and, where something went wrong, the way back. */
public final class PublishRun {

    private static final String PROBE_HINT = " See {probes}, and what the edge answers.";

    private final Planned planned;
    private final PublishRequest request;
    private final Plan plan;
    private final ServiceTraits service;
    private final ReadBack readBack;
    private final HealthGate gate;
    private final RollbackMemory memory;
    private final Written written;
    private final Ending ending;
    private final PublishWrite write;

    PublishRun(Planned planned, RoutineClient routines, ReadBack readBack, HealthGate gate, RollbackMemory memory) {
        this.planned = planned;
        this.request = planned.request();
        this.plan = planned.plan();
        this.service = routines.traits();
        this.readBack = readBack;
        this.gate = gate;
        this.memory = memory;
        this.written = new Written();
        this.ending = new Ending(planned, routines, readBack, written);
        this.write = new PublishWrite(planned, routines, readBack, written, ending);
    }

    Outcome run() {
        if (request.dryRun()) {
            return planned.unwritten(Verdict.PLANNED, Optional.empty());
        }
        if (plan.stages().isEmpty()) {
            return upToDate();
        }
        Outcome outcome = whateverIsThrown(this::publish);
        return whateverIsThrown(() -> {
            memory.afterWrite(outcome);
            return outcome;
        });
    }

    private Outcome upToDate() {
        Outcome healthy = planned.unwritten(Verdict.UP_TO_DATE, Optional.empty());
        return ifHealthy(
                healthy,
                flaw -> healthy.failed("Up to date: " + request + ", but it does not work. " + flaw
                        + " Nothing was published by this build, so nothing is put back." + PROBE_HINT));
    }

    /** Whatever is thrown after a write becomes an outcome here. */
    private Outcome whateverIsThrown(Supplier<Outcome> work) {
        try {
            return work.get();
        } catch (RuntimeException | Error thrown) {
            if (!written.isBegun()) {
                throw thrown;
            }
            written.takesEffect();
            UnaryOperator<String> story = truth -> "The publish of " + request + " broke off with "
                    + thrown.getClass().getSimpleName() + ". " + truth
                    + " This is a fault of this plugin: report it to its authors.";
            try {
                return readBack.lastLook(plan.routine())
                        .map(state -> ending.restored(state, story))
                        .orElseGet(() -> ending.unknown(story));
            } catch (RuntimeException | Error again) {
                // What was thrown first is what the user hears of.
                return ending.unknown(story);
            }
        }
    }

    private Outcome publish() {
        for (Stage stage : plan.stages()) {
            memory.beforeWrite(plan, stage);
            for (PublishCall call : plan.calls(stage, service, request.force())) {
                Optional<Outcome> failed = write.make(call, isOne() ? request.toString() : call.toString());
                if (failed.isPresent()) {
                    return failed.get();
                }
            }
        }
        return published(written.proof()
                .map(state -> planned.seen(state, Optional.empty()))
                .orElseGet(() -> planned.unseen(written, Verdict.ACCEPTED, Optional.empty())));
    }

    /** Whether the request comes to one call, so that a failure of it is a failure of the request. */
    private boolean isOne() {
        return plan.calls(service, request.force()).size() == 1;
    }

    private Outcome published(Outcome published) {
        return ifHealthy(published, flaw -> {
            String story = "Published " + request + ", but it does not work. " + flaw + " ";
            return readBack.lastLook(plan.routine())
                    .map(state -> ending.restored(state, truth -> story + truth + PROBE_HINT))
                    .orElseGet(() -> ending.accepted(truth -> story + truth));
        });
    }

    private Outcome ifHealthy(Outcome healthy, Function<String, Outcome> otherwise) {
        List<ProbeResult> results = gate.ask(request.probes());
        return results.stream()
                .flatMap(result -> result.flaw().stream())
                .findFirst()
                .map(otherwise)
                .orElse(healthy)
                .probed(results);
    }
}
