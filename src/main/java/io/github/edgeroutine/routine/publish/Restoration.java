// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CommaList;
import io.github.edgeroutine.routine.EdgeRoutines;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.PublishCall;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.Traffic;
import io.github.edgeroutine.routine.publish.Plan.Action;
import io.github.edgeroutine.routine.publish.Plan.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Puts back what ran before a publish, where nobody else has published since. */
public final class Restoration {

    private final EdgeRoutines routines;
    private final Plan plan;
    private final Predicate<Live> ours;

    /** @param ours what the publish may have put where it is */
    Restoration(EdgeRoutines routines, Plan plan, Predicate<Live> ours) {
        this.routines = routines;
        this.plan = plan;
        this.ours = ours;
    }

    /** A sentence for each environment that runs what neither the plan nor the publish knows of; none if there is no such one. */
    String foreign(RoutineState state, String end) {
        return plan.steps(Action.PUBLISH).stream()
                .filter(step -> isForeign(step, state))
                .map(step -> "Environment " + step.environment() + " runs "
                        + state.liveIn(step.environment())
                        + (state.liveIn(step.environment()) == Live.NOTHING
                                ? " any more"
                                : ", which somebody else published")
                        + end + " ")
                .collect(joining());
    }

    /**
     * One write for each revision that has to come back.
     *
     * @param state what the last look showed
     * @param late whether what shows its earlier revision may yet turn
     * @return one or more sentences on what was done
     */
    String restore(RoutineState state, boolean late) {
        List<Step> touched = plan.steps(Action.PUBLISH).stream()
                .filter(step -> !step.before().equals(plan.wanted()))
                .filter(step -> state.liveIn(step.environment()).equals(step.before()) ? late : isOurs(step, state))
                .toList();
        List<String> told = new ArrayList<>();
        Map<Traffic, List<Environment>> writes = touched.stream()
                .filter(Restoration::canComeBack)
                .collect(groupingBy(
                        step -> step.before().traffic().orElseThrow(),
                        LinkedHashMap::new,
                        mapping(Step::environment, toList())));
        writes.forEach((traffic, places) -> told.add(write(new PublishCall(plan.routine(), traffic, places))));
        List<String> lost = touched.stream()
                .filter(step -> step.before().isKnown() && !canComeBack(step))
                .map(step -> step.environment().name())
                .toList();
        if (!lost.isEmpty()) {
            told.add("No committed revision ran in " + CommaList.of(lost) + " before, so there is none to put back.");
        }
        List<String> unknown = touched.stream()
                .filter(step -> !step.before().isKnown())
                .map(step -> step.environment().name())
                .toList();
        if (!unknown.isEmpty()) {
            told.add("What ran in " + CommaList.of(unknown) + " before is not known, so nothing is put back there.");
        }
        if (told.isEmpty()) {
            told.add("There was nothing to restore.");
        }
        return String.join(" ", told);
    }

    private boolean isOurs(Step step, RoutineState state) {
        return ours.test(state.liveIn(step.environment()));
    }

    private boolean isForeign(Step step, RoutineState state) {
        return step.before().isKnown()
                && state.liveIn(step.environment()).isKnown()
                && !isOurs(step, state)
                && !state.liveIn(step.environment()).equals(step.before());
    }

    private static boolean canComeBack(Step step) {
        return step.before().traffic().isPresent();
    }

    private String write(PublishCall earlier) {
        try {
            routines.publish(earlier).confirm(earlier.traffic());
            return "Restored " + earlier + ".";
        } catch (CallFailedException e) {
            return e.seen().filter(earlier::isShownBy).isPresent()
                    ? "Restored " + earlier + "."
                    : "Could not restore " + earlier + ": " + e.getMessage() + ".";
        }
    }
}
