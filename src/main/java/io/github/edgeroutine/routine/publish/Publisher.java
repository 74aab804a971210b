// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Scope;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.PublishCall;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.ServiceTraits.Ability;
import io.github.edgeroutine.routine.call.GoalTime;
import io.github.edgeroutine.routine.call.Patience;
import io.github.edgeroutine.routine.call.ReadBack;
import io.github.edgeroutine.routine.call.Retrying;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.routine.call.StateReader;
import io.github.edgeroutine.routine.health.HealthGate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the state, creates the plan and carries it out. If the state cannot be read, it reports what is not possible
 * then.
 */
public final class Publisher {

    private final RoutineClient routines;
    private final PublishProgress progress;
    private final ReadBack readBack;
    private final HealthGate gate;
    private final RollbackMemory memory;

    /**
     * @param routines reads the routine after a failed write, as {@link Retrying} does
     * @param time for the checks of what was published
     * @param gate used after a publish if the request has probes
     * @param memory called before and after each write
     */
    public Publisher(
            RoutineClient routines, PublishProgress progress, GoalTime time, HealthGate gate, RollbackMemory memory) {
        this.routines = routines;
        this.progress = progress;
        this.readBack = new ReadBack(routines, time, progress);
        this.gate = gate;
        this.memory = memory;
    }

    /** Does not throw for failures of the service or the network. Such a failure is an outcome and is reported. */
    public Outcome publish(PublishRequest request) {
        return publish(request, true, new Patience(request.verifyTimeout()));
    }

    /**
     * Publishes one after the other, also after a failure. One table shows all plans if the state can be read.
     *
     * @param requests of one routine; the checks of all of them share the time of the first one
     */
    public List<Outcome> publish(List<PublishRequest> requests) {
        boolean isTold = requests.size() > 1 && foretell(requests);
        Patience patience = new Patience(requests.get(0).verifyTimeout());
        return requests.stream()
                .map(request -> publish(request, !isTold, patience))
                .toList();
    }

    private Outcome publish(PublishRequest request, boolean tells, Patience patience) {
        PlanResult result = plan(request);
        if (result instanceof Planned planned) {
            if (tells) {
                progress.planned(List.of(planned.plan()));
            }
            planned.tell(progress);
        }
        return carryOut(result, patience);
    }

    private boolean foretell(List<PublishRequest> requests) {
        try {
            RoutineState state = routines.describe(requests.get(0).routine());
            List<Plan> plans = new ArrayList<>();
            for (PublishRequest request : requests) {
                plans.add(Planner.plan(request, state));
            }
            progress.planned(plans);
            return true;
        } catch (CallFailedException | GoalFailedException e) {
            // Then each of them reports its own plan, or why it has none.
            return false;
        }
    }

    /** The calls that restore what ran before. */
    public List<PublishCall> calls(Revert revert) {
        return revert.calls(routines.traits());
    }

    PlanResult plan(PublishRequest request) {
        if (request.rollout().splits() && !routines.traits().can(Ability.SPLIT_TRAFFIC)) {
            return new Refused(
                    request,
                    "Option " + request.rollout().option()
                            + " sets a share of the requests. On this service one revision answers all requests"
                            + " of an environment: remove the option, or use steps of {rollout} with environments."
                            + " Nothing was changed.");
        }
        try {
            RoutineState state = routines.describe(request.routine());
            return planned(request, Planner.plan(request, state), state);
        } catch (CallFailedException e) {
            return planUnseen(request, e);
        } catch (GoalFailedException e) {
            return refused(request, e);
        }
    }

    private static PlanResult planned(PublishRequest request, Plan plan, RoutineState state) {
        Optional<Misbinding> misbinding = Misbinding.of(plan, state);
        return request.strictVariables() && misbinding.isPresent()
                ? new Refused(
                        request,
                        misbinding.get().words(request) + ", but {strictVariables} does not allow this. "
                                + misbinding.get().remedy() + " Nothing was changed.")
                : new Planned(request, plan, misbinding, state.deployments());
    }

    private static Refused refused(PublishRequest request, GoalFailedException why) {
        return new Refused(request, why.getMessage() + " Nothing was changed.");
    }

    private PlanResult planUnseen(PublishRequest request, CallFailedException reading) {
        if (reading.scope() == Scope.ALL_CALLS) {
            return new Refused(request, request.failed(reading, "Nothing was changed."));
        }
        Optional<String> missing = new StateReader(routines).missing(request.routine(), reading);
        if (missing.isPresent()) {
            return new Refused(request, missing.get());
        }
        if (request.needsState()) {
            return new Refused(
                    request,
                    request.failed(
                            reading,
                            "The state of the routine is required for a dry run, 'latest', '@environment', 'all',"
                                    + " leftBehind=fail, strictVariables, a share of the requests and a rollback"
                                    + " without force. Nothing was changed."));
        }
        progress.warn("The state of routine " + request.routine() + " cannot be read: " + reading.getMessage()
                + ". So it is published without a plan, even to environments that are up to date. Canary regions"
                + " with different code are not listed. The result is checked only if the state can be read after"
                + " the publish. " + reading.remedy());
        try {
            return new Planned(
                    request, Planner.blind(request, request.revision().given().orElseThrow()));
        } catch (GoalFailedException e) {
            return refused(request, e);
        }
    }

    Outcome carryOut(PlanResult result) {
        return carryOut(result, new Patience(result.request().verifyTimeout()));
    }

    private Outcome carryOut(PlanResult result, Patience patience) {
        if (result instanceof Planned planned) {
            return new PublishRun(planned, routines, readBack, gate, memory, progress, patience).run();
        }
        return ((Refused) result).outcome();
    }
}
