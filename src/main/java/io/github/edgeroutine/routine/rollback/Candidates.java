// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.CommaList;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.Revision;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.Traffic;
import io.github.edgeroutine.routine.choice.RoutineLookup;
import io.github.edgeroutine.routine.publish.Planner;
import io.github.edgeroutine.routine.publish.Revert;
import io.github.edgeroutine.routine.publish.Targets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The revisions that a rollback can choose if it is not known what ran before. */
public final class Candidates {

    private final RoutineName routine;
    private final RoutineState state;

    public Candidates(RoutineName routine, RoutineState state) {
        this.routine = routine;
        this.state = state;
    }

    /**
     * For each environment the newest revision that is older than what runs there.
     *
     * @param last the last run; if it is a stopped rollback, its restored environments count as not restored, so
     * that the same call finishes it
     * @throws GoalFailedException if there is no older revision, or if the routine does not have the environment
     */
    public Revert previous(Targets targets, Optional<Run> last) throws GoalFailedException {
        Map<Environment, Live> previous = new LinkedHashMap<>();
        for (Environment environment : Planner.targets(targets, new RoutineLookup(routine, state))) {
            Live runs = stoppedAt(environment, last).orElseGet(() -> state.liveIn(environment));
            previous.put(
                    environment,
                    before(runs)
                            .map(Traffic::all)
                            .orElseThrow(() -> new GoalFailedException("No revision of routine " + routine
                                    + " is older than what " + environment + " runs ("
                                    + runs
                                    + "), so {codeRevision} previous cannot be used. "
                                    + listing() + " Nothing was changed.")));
        }
        return new Revert(routine, previous);
    }

    private Optional<Live> stoppedAt(Environment environment, Optional<Run> last) {
        return last.filter(Run::isStoppedRollback)
                .flatMap(run -> Optional.ofNullable(run.changes().get(environment)))
                .filter(change -> change.after().equals(state.liveIn(environment)))
                .map(Change::before)
                .filter(before -> before.traffic().isPresent());
    }

    /** If several revisions share the traffic, it is older than all of them. */
    private Optional<CodeRevision> before(Live runs) {
        return runs.traffic()
                .flatMap(traffic -> state.revisions().stream()
                        .map(Revision::number)
                        .filter(each -> traffic.shares().keySet().stream()
                                .allMatch(running -> CodeRevision.BY_AGE.compare(each, running) < 0))
                        .findFirst());
    }

    /** The failure if there is no record. It lists the revisions and says how to choose one. */
    public GoalFailedException nothingRemembered() {
        return new GoalFailedException("This machine has no record of a publish of routine " + routine
                + ", so it is not known what ran before. " + listing()
                + " Nothing was changed. To go back to the revision before the current one, call the goal with {name="
                + routine + "} {codeRevision=previous} {environments=all}. Instead of previous you can use"
                + " digits, latest or @environment.");
    }

    private String listing() {
        List<String> revisions = state.revisions().stream()
                .map(revision -> {
                    List<String> places = state.running(revision.number()).stream()
                            .map(Environment::name)
                            .toList();
                    return places.isEmpty() ? revision.toString() : revision + " in " + String.join(" and ", places);
                })
                .toList();
        return revisions.isEmpty()
                ? "The routine has no revision."
                : "The routine has, newest first: " + CommaList.of(revisions) + ".";
    }
}
