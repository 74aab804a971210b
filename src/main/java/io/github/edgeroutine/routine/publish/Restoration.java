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
import java.util.stream.Stream;

/** Which environments get back what they ran before a publish that failed. */
public final class Restoration {

    private final RoutineClient routines;
    private final Plan plan;
    private final Written written;

    Restoration(RoutineClient routines, Plan plan, Written written) {
        this.routines = routines;
        this.plan = plan;
        this.written = written;
    }

    /** A sentence for each environment to which somebody else has published; none if there is no such one. */
    String foreign(RoutineState state, String end) {
        return steps().filter(step -> step.before().isKnown())
                .filter(step -> Revert.isForeign(
                        state.liveIn(step.environment()),
                        step.before(),
                        live -> written.mayHaveBrought(step.environment(), live)))
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
     * @return one or more sentences on what was done
     */
    String restore(RoutineState state) {
        Map<Environment, Live> earlier = new LinkedHashMap<>();
        steps().filter(step -> written.changed(step.environment(), step.before()))
                .filter(step -> mayBeOurs(step, state.liveIn(step.environment())))
                .forEach(step -> earlier.put(step.environment(), step.before()));
        return new Revert(plan.routine(), earlier).send(routines, state);
    }

    private boolean mayBeOurs(Step step, Live now) {
        return now.equals(step.before())
                ? written.mayShowLate(step.environment())
                : written.mayHaveBrought(step.environment(), now);
    }

    private Stream<Step> steps() {
        return plan.steps(Action.PUBLISH).stream().filter(step -> written.reached(step.environment()));
    }
}
