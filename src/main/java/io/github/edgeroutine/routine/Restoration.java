// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.github.edgeroutine.routine.Plan.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts back what ran before a publish that succeeded only in part. */
final class Restoration {

    private final EdgeRoutines routines;

    Restoration(EdgeRoutines routines) {
        this.routines = routines;
    }

    /**
     * One write for each revision that has to come back.
     *
     * @param touched the environments, with what ran there before
     * @return one or more sentences on what was done
     */
    String restore(RoutineName routine, List<Step> touched) {
        if (touched.isEmpty()) {
            return "There was nothing to restore.";
        }
        Map<CodeRevision, List<Environment>> writes = touched.stream()
                .filter(Restoration::canComeBack)
                .collect(groupingBy(
                        step -> step.before().orElseThrow(), LinkedHashMap::new, mapping(Step::environment, toList())));
        Stream<String> done = writes.entrySet().stream()
                .map(write -> write(new Publication(routine, write.getKey(), write.getValue())));
        List<String> lost = touched.stream()
                .filter(step -> !canComeBack(step))
                .map(step -> step.environment().name())
                .toList();
        Stream<String> told = lost.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        "No committed revision ran in " + Listing.of(lost) + " before, so there is none to put back.");
        return Stream.concat(done, told).collect(joining(" "));
    }

    private static boolean canComeBack(Step step) {
        return step.before().filter(CodeRevision::isCommitted).isPresent();
    }

    private String write(Publication earlier) {
        try {
            routines.publish(earlier).confirm(earlier.revision());
            return "Restored " + earlier + ".";
        } catch (CallFailedException e) {
            return "Could not restore " + earlier + ": " + e.getMessage() + ".";
        }
    }
}
