// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.PublishCall;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.ServiceTraits;
import io.github.edgeroutine.routine.call.Patience;
import io.github.edgeroutine.routine.call.Progress;
import io.github.edgeroutine.routine.call.ReadBack;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.routine.health.HealthGate;
import io.github.edgeroutine.routine.publish.Outcome.Verdict;
import io.github.edgeroutine.routine.publish.Plan.Action;
import io.github.edgeroutine.routine.publish.Plan.Stage;
import io.github.edgeroutine.routine.publish.Plan.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Carries out one plan: its writes one after the other, and the restore after a failure. */
public final class PublishRun {

    private final Planned planned;
    private final PublishRequest request;
    private final Plan plan;
    private final ServiceTraits service;
    private final ReadBack readBack;
    private final RollbackMemory memory;
    private final Written written;
    private final Ending ending;
    private final PublishWrite write;
    private final StageCheck check;
    private final Progress progress;

    /** @param patience for the checks of the first stage; it is reset for each stage */
    PublishRun(
            Planned planned,
            RoutineClient routines,
            ReadBack readBack,
            HealthGate gate,
            RollbackMemory memory,
            Progress progress,
            Patience patience) {
        this.planned = planned;
        this.request = planned.request();
        this.plan = planned.plan();
        this.service = routines.traits();
        this.readBack = readBack;
        this.memory = memory;
        this.written = new Written();
        this.ending = new Ending(planned, routines, readBack, written);
        this.write = new PublishWrite(planned, routines, readBack, written, ending, patience);
        this.check = new StageCheck(planned, readBack, gate, written, ending, progress, patience);
        this.progress = progress;
    }

    Outcome run() {
        if (request.dryRun()) {
            return planned.unwritten(Verdict.PLANNED, Optional.empty());
        }
        if (plan.stages().isEmpty()) {
            return check.upToDate();
        }
        Outcome outcome = whateverIsThrown(this::publish);
        return whateverIsThrown(() -> {
            memory.afterWrite(outcome);
            return outcome;
        });
    }

    /** Each exception after a write becomes an outcome here. */
    private Outcome whateverIsThrown(Supplier<Outcome> work) {
        try {
            return work.get();
        } catch (RuntimeException | Error thrown) {
            if (!written.isBegun()) {
                throw thrown;
            }
            written.takesEffect();
            UnaryOperator<String> story = truth -> "The publish of " + request + " failed with "
                    + thrown.getClass().getSimpleName() + ". " + truth
                    + " This is a fault of this plugin: report it to its authors.";
            try {
                return readBack.lastLook(plan.routine())
                        .map(state -> ending.restored(state, story))
                        .orElseGet(() -> ending.unknown(story));
            } catch (RuntimeException | Error again) {
                // The user sees the first exception.
                return ending.unknown(story);
            }
        }
    }

    private Outcome publish() {
        for (Stage stage : plan.stages()) {
            Optional<Outcome> stopped =
                    check.before(stage).or(() -> write(stage)).or(() -> check.after(stage));
            if (stopped.isPresent()) {
                return stopped.get();
            }
        }
        written.proof().ifPresent(this::tellOfOthers);
        return written.proof()
                .map(state -> planned.seen(state, Optional.empty()))
                .orElseGet(() -> planned.unseen(written, Verdict.ACCEPTED, Optional.empty()))
                .probed(check.results());
    }

    /**
     * Only what is live counts. The same revision in a deployment of another client is a success with a warning.
     */
    private void tellOfOthers(RoutineState state) {
        for (Step step : plan.steps(Action.PUBLISH)) {
            Environment place = step.environment();
            Optional<String> ours = written.deployment(place);
            Optional<String> shown = state.deploymentIn(place);
            if (ours.isPresent() && shown.isPresent() && !shown.equals(ours)) {
                progress.warn("Environment " + place + " of routine " + plan.routine() + " runs "
                        + state.liveIn(place) + ", as expected, but from deployment " + shown.get()
                        + ". This publish made deployment " + ours.get()
                        + ". Somebody else may have published the same revision, or the routine does not show the"
                        + " new deployment yet: check with edge-routine:status.");
            }
        }
    }

    private Optional<Outcome> write(Stage stage) {
        memory.beforeWrite(plan, stage);
        List<PublishCall> calls = plan.calls(stage, service, request.force());
        for (PublishCall call : calls) {
            boolean isFirst = call.equals(calls.get(0));
            Optional<Outcome> stopped = (isFirst ? Optional.<Outcome>empty() : check.before(call))
                    .or(() -> write.make(call, isOne() ? request.toString() : call.toString()));
            if (stopped.isPresent()) {
                return stopped;
            }
        }
        return Optional.empty();
    }

    /** Whether the request needs only one call. Then a failed call is a failed request. */
    private boolean isOne() {
        return plan.calls(service, request.force()).size() == 1;
    }
}
