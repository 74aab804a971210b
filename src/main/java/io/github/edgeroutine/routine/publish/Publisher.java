// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Kind;
import io.github.edgeroutine.routine.EdgeRoutines;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.call.GoalTime;
import io.github.edgeroutine.routine.call.ReadBack;
import io.github.edgeroutine.routine.call.Retrying;
import io.github.edgeroutine.routine.call.StateReader;
import java.util.List;
import java.util.Optional;

/** Looks, plans, and has the plan carried out; where it cannot look, it says what is lost by that. */
public final class Publisher {

    private final EdgeRoutines routines;
    private final PublishProgress progress;
    private final ReadBack readBack;
    private final HealthGate gate;
    private final RollbackMemory memory;

    /**
     * @param routines looks by itself after a write that failed, as {@link Retrying} does
     * @param time for the looks at what was published
     * @param gate asked after a publish that the request has probes for
     * @param memory told before and after each write
     */
    public Publisher(
            EdgeRoutines routines, PublishProgress progress, GoalTime time, HealthGate gate, RollbackMemory memory) {
        this.routines = routines;
        this.progress = progress;
        this.readBack = new ReadBack(routines, time, progress);
        this.gate = gate;
        this.memory = memory;
    }

    /** Never throws for what the service or the network does: a failure is an outcome too, and reported like one. */
    public Outcome publish(PublishRequest request) {
        Draft draft = draft(request);
        draft.plan().ifPresent(plan -> progress.planned(List.of(plan)));
        draft.warning().ifPresent(progress::warn);
        return carryOut(draft);
    }

    Draft draft(PublishRequest request) {
        try {
            RoutineState state = routines.describe(request.routine());
            return Draft.of(request, Planner.plan(request, state));
        } catch (CallFailedException e) {
            return draftUnseen(request, e);
        } catch (GoalFailedException e) {
            return Draft.refused(request, e.getMessage() + " Nothing was changed.");
        }
    }

    private Draft draftUnseen(PublishRequest request, CallFailedException reading) {
        if (reading.kind() == Kind.LASTING || reading.kind() == Kind.NO_VERDICT) {
            return Draft.refused(request, request.failed(reading, "Nothing was changed."));
        }
        Optional<String> missing = new StateReader(routines).missing(request.routine(), reading);
        if (missing.isPresent()) {
            return Draft.refused(request, missing.get());
        }
        if (request.needsState()) {
            return Draft.refused(
                    request,
                    request.failed(
                            reading,
                            "Without the state of the routine a dry run, 'latest', '@environment', 'all' and leftBehind=fail"
                                    + " mean nothing. Nothing was changed."));
        }
        progress.warn("The state of routine " + request.routine() + " cannot be read: " + reading.getMessage()
                + ". It is published without a plan, also where it is up to date, without a word on canaries left behind,"
                + " and is read back only if its state can be read after the publish. " + reading.remedy());
        return Draft.of(
                request, Planner.blind(request, request.revision().given().orElseThrow()));
    }

    Outcome carryOut(Draft draft) {
        return draft.plan()
                .map(plan -> new PublishRun(draft.request(), plan, routines, readBack, gate, memory, progress).run())
                .orElseGet(() -> draft.refusal().orElseThrow());
    }
}
