// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import static java.util.stream.Collectors.joining;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.routine.publish.Plan.Action;
import io.github.edgeroutine.routine.publish.Plan.Step;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Which environments get back what they ran before a publish that failed. */
public final class Restoration {

    private final RoutineClient routines;
    private final Plan plan;
    private final Predicate<Live> ours;

    /** @param ours what the publish may have put where it is */
    Restoration(RoutineClient routines, Plan plan, Predicate<Live> ours) {
        this.routines = routines;
        this.plan = plan;
        this.ours = ours;
    }

    /** A sentence for each environment to which somebody else has published; none if there is no such one. */
    String foreign(RoutineState state, String end) {
        return plan.steps(Action.PUBLISH).stream()
                .filter(step -> step.before().isKnown())
                .filter(step -> Revert.isForeign(state.liveIn(step.environment()), step.before(), ours))
                .map(step -> foreign(step.environment(), state.liveIn(step.environment())) + end + " ")
                .collect(joining());
    }

    private static String foreign(Environment environment, Live now) {
        return "Environment " + environment + " runs " + now
                + (now == Live.NOTHING ? " any more" : ", which somebody else published");
    }

    /**
     * Puts back what can come back.
     *
     * @param state what the last look showed
     * @param late whether what shows its earlier revision may yet change
     * @return one or more sentences on what was done
     */
    String restore(RoutineState state, boolean late) {
        Map<Environment, Live> earlier = new LinkedHashMap<>();
        plan.steps(Action.PUBLISH).stream()
                .filter(step -> !step.before().equals(step.wanted()))
                .filter(step -> mayBeOurs(step, state.liveIn(step.environment()), late))
                .forEach(step -> earlier.put(step.environment(), step.before()));
        return new Revert(plan.routine(), earlier).send(routines, state, late);
    }

    private boolean mayBeOurs(Step step, Live now, boolean late) {
        return now.equals(step.before()) ? late : ours.test(now);
    }
}
