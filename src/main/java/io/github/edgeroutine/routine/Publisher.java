package io.github.edgeroutine.routine;

import io.github.edgeroutine.routine.CallFailedException.Kind;
import io.github.edgeroutine.routine.RevisionChoice.Exactly;
import java.util.List;
import java.util.Optional;

/** Looks, plans, and has the plan carried out; where it cannot look, it says what is lost by that. */
public final class Publisher {

    private final EdgeRoutines routines;
    private final Progress progress;
    private final Pause pause;

    /** @param pause waits between two looks at what was published */
    public Publisher(EdgeRoutines routines, Progress progress, Pause pause) {
        this.routines = routines;
        this.progress = progress;
        this.pause = pause;
    }

    /** Never throws for what the service or the network does: a failure is an outcome too, and reported like one. */
    public Outcome publish(Wish wish) {
        try {
            RoutineState state = routines.describe(wish.routine());
            return new Execution(wish, Planner.plan(wish, state), routines, pause).run(progress);
        } catch (CallFailedException e) {
            return publishUnseen(wish, e);
        } catch (RefusedException e) {
            return Outcome.refused(wish, e.getMessage() + " Nothing was changed.");
        }
    }

    private Outcome publishUnseen(Wish wish, CallFailedException reading) {
        if (reading.kind() == Kind.LASTING || reading.kind() == Kind.NO_VERDICT) {
            return Outcome.refused(wish, wish.failed(reading, "Nothing was changed."));
        }
        Optional<String> missing = reading.kind() == Kind.GENERAL ? missing(wish.routine()) : Optional.empty();
        if (missing.isPresent()) {
            return Outcome.refused(wish, missing.get() + " Nothing was changed.");
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
        return new Execution(wish, Planner.blind(wish, exactly.revision()), routines, pause).run(progress);
    }

    /** A sentence if the account surely has no such routine. */
    private Optional<String> missing(RoutineName routine) {
        try {
            List<String> names = routines.names();
            return names.contains(routine.text())
                    ? Optional.empty()
                    : Optional.of("There is no routine " + routine + ", which <name> (-Dedge-routine.name) gives. "
                            + Nearest.hint(routine.text(), names));
        } catch (CallFailedException e) {
            // Then nobody can tell, and the call that failed first is what the user hears of.
            return Optional.empty();
        }
    }
}
