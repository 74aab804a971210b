// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.check;

import static java.util.stream.Collectors.toSet;

import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.CommaList;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.choice.RoutineLookup;
import io.github.edgeroutine.routine.upkeep.UploadRequest;
import io.github.edgeroutine.routine.upkeep.Uploader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds problems of a routine for which goals would fail. */
record RoutineCheck(Uploader uploader, RoutineName routine, RoutineState state) {

    @FunctionalInterface
    private interface Demand {
        void check() throws GoalFailedException;
    }

    /** Each sentence begins with its goal. */
    List<String> faults(List<Intention> intentions) {
        Set<Environment> added =
                intentions.stream().flatMap(each -> each.added().stream()).collect(toSet());
        boolean isRoomMade = intentions.stream().anyMatch(Intention::makesRoom);
        RoutineLookup lookup = new RoutineLookup(routine, state);
        List<String> faults = new ArrayList<>();
        for (Intention intention : intentions) {
            for (Environment environment : intention.environments()) {
                if (!added.contains(environment)) {
                    note(intention, () -> lookup.demand(environment, "{environments}"), faults);
                }
            }
            for (CodeRevision revision : intention.revision().stream().toList()) {
                note(intention, () -> lookup.demand(revision), faults);
            }
            for (UploadRequest upload : intention.upload().stream().toList()) {
                if (!isRoomMade && !state.mayHaveRoom()) {
                    note(intention, () -> uploader.plan(upload, state), faults);
                }
            }
        }
        return faults;
    }

    private static void note(Intention intention, Demand demand, List<String> faults) {
        try {
            demand.check();
        } catch (GoalFailedException e) {
            faults.add(intention.goal() + ": " + e.getMessage());
        }
    }

    @Override
    public String toString() {
        return "Routine " + routine + " exists. Environments: "
                + CommaList.of(new RoutineLookup(routine, state).environments()) + "."
                + (state.room().isPresent()
                        ? " Room for more revisions: "
                                + Math.max(0, state.room().getAsInt()) + "."
                        : "");
    }
}
