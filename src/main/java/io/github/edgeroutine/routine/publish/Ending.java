// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import io.github.edgeroutine.routine.CommaList;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.call.ReadBack;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.routine.publish.Outcome.Verdict;
import io.github.edgeroutine.routine.publish.Plan.Step;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The end of a failed publish: reports what is live and restores the earlier state if this is wanted. Each story
 * builds the whole line from the sentences about what is live now.
 */
public final class Ending {

    static final String NOT_KNOWN = "What is live now is not known: look at the routine's environments in {console}"
            + ". Publishing the same revision again does no harm.";

    private final Planned planned;
    private final PublishRequest request;
    private final Plan plan;
    private final RoutineClient routines;
    private final ReadBack readBack;
    private final Written written;

    Ending(Planned planned, RoutineClient routines, ReadBack readBack, Written written) {
        this.planned = planned;
        this.request = planned.request();
        this.plan = planned.plan();
        this.routines = routines;
        this.readBack = readBack;
        this.written = written;
    }

    Outcome unknown(UnaryOperator<String> story) {
        return planned.unseen(written, Verdict.UNKNOWN, Optional.of(story.apply(NOT_KNOWN)));
    }

    /** The service accepted the write, but the state cannot be read. */
    Outcome accepted(UnaryOperator<String> story) {
        return planned.unseen(written, Verdict.ACCEPTED, Optional.of(story.apply(NOT_KNOWN)));
    }

    Outcome untouched(RoutineState state, UnaryOperator<String> story) {
        return told(state, "", story);
    }

    /** Restores what ran before, if the request wants this. */
    Outcome restored(RoutineState state, UnaryOperator<String> story) {
        Restoration restoration = new Restoration(routines, plan, written);
        if (!request.restoreOnFailure()) {
            return told(state, restoration.foreign(state), story);
        }
        if (Thread.currentThread().isInterrupted()) {
            return told(state, "The build was stopped, so nothing is restored. ", story);
        }
        if (!plan.seen()) {
            return told(state, "What ran before is not known, so nothing is restored. ", story);
        }
        String done = restoration.restore(state) + " ";
        return readBack.lastLook(plan.routine())
                .map(now -> told(now, done, story).restored(restoration.restored()))
                .orElseGet(() -> unknown(truth -> story.apply(done + truth)));
    }

    private Outcome told(RoutineState state, String before, UnaryOperator<String> story) {
        return planned.seen(state, Optional.of(story.apply(before + live(state))));
    }

    private String live(RoutineState state) {
        return "Now "
                + CommaList.of(plan.steps().stream()
                        .map(Step::environment)
                        .map(environment -> environment + " runs " + state.liveIn(environment))
                        .toList())
                + ".";
    }
}
