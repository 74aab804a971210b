package io.github.edgeroutine.routine;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.github.edgeroutine.routine.Plan.Action;
import io.github.edgeroutine.routine.Plan.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts back what ran before a publish that succeeded only in part. */
final class Restoration {

    private final EdgeRoutines routines;

    Restoration(EdgeRoutines routines) {
        this.routines = routines;
    }

    /**
     * One write for each revision that has to come back.
     *
     * @param now what is live, by which an environment that did not change is left alone
     * @return one or more sentences on what was done
     */
    String restore(Plan plan, RoutineState now) {
        List<Step> changed = plan.steps(Action.PUBLISH).stream()
                .filter(step -> !now.liveIn(step.environment()).equals(step.before()))
                .toList();
        if (changed.isEmpty()) {
            return "There was nothing to restore.";
        }
        Map<CodeRevision, List<Environment>> writes = changed.stream()
                .filter(step -> step.before().isPresent())
                .collect(groupingBy(
                        step -> step.before().orElseThrow(), LinkedHashMap::new, mapping(Step::environment, toList())));
        String done = writes.entrySet().stream()
                .map(write -> write(new Publication(plan.routine(), write.getKey(), write.getValue())))
                .collect(joining(" "));
        String firsts = changed.stream()
                .filter(step -> step.before().isEmpty())
                .map(step -> "Nothing ran in " + step.environment() + " before, so it keeps the new revision.")
                .collect(joining(" "));
        return (done + " " + firsts).strip();
    }

    private String write(Publication earlier) {
        try {
            routines.publish(earlier);
            return "Restored " + earlier + ".";
        } catch (CallFailedException e) {
            return "Could not restore " + earlier + ": " + e.getMessage() + ".";
        }
    }
}
