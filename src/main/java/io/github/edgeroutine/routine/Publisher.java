package io.github.edgeroutine.routine;

import io.github.edgeroutine.routine.CallFailedException.Kind;
import io.github.edgeroutine.routine.RevisionChoice.Exactly;
import java.util.Optional;

/** Looks, plans, and has the plan carried out; where it cannot look, it says what is lost by that. */
public final class Publisher {

    private final EdgeRoutines routines;
    private final Progress progress;
    private final ReadBack readBack;
    private final HealthGate gate;

    /**
     * @param time for the looks at what was published
     * @param gate asked after a publish that the wish has probes for
     */
    public Publisher(EdgeRoutines routines, Progress progress, GoalTime time, HealthGate gate) {
        this.routines = routines;
        this.progress = progress;
        this.readBack = new ReadBack(routines, time);
        this.gate = gate;
    }

    /** Never throws for what the service or the network does: a failure is an outcome too, and reported like one. */
    public Outcome publish(Wish wish) {
        try {
            RoutineState state = routines.describe(wish.routine());
            return carryOut(wish, Planner.plan(wish, state));
        } catch (CallFailedException e) {
            return publishUnseen(wish, e);
        } catch (GoalFailedException e) {
            return Outcome.refused(wish, e.getMessage() + " Nothing was changed.");
        }
    }

    private Outcome publishUnseen(Wish wish, CallFailedException reading) {
        if (reading.kind() == Kind.LASTING || reading.kind() == Kind.NO_VERDICT) {
            return Outcome.refused(wish, wish.failed(reading, "Nothing was changed."));
        }
        Optional<String> missing = new StateReader(routines).missing(wish.routine(), reading);
        if (missing.isPresent()) {
            return Outcome.refused(wish, missing.get());
        }
        if (wish.needsState() || !(wish.revision() instanceof Exactly exactly)) {
            return Outcome.refused(
                    wish,
                    wish.failed(
                            reading,
                            "Without the state of the routine a dry run, 'latest', '@environment', 'all' and leftBehind=fail"
                                    + " mean nothing. Nothing was changed."));
        }
        progress.warn("The state of routine " + wish.routine() + " cannot be read: " + reading.getMessage()
                + ". It is published without a plan, also where it is up to date, without a word on canaries left behind,"
                + " and is not read back. " + reading.remedy());
        return carryOut(wish, Planner.blind(wish, exactly.revision()));
    }

    private Outcome carryOut(Wish wish, Plan plan) {
        return new Execution(wish, plan, routines, readBack, gate).run(progress);
    }
}
