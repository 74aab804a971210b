// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

import io.github.edgeroutine.routine.CommaList;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.publish.Revert;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is necessary to undo a run of one routine.
 *
 * @param run the run to undo, or a stopped rollback to finish
 * @param live what each environment runs now
 * @param revert what each environment should run again; at least one of them can be restored
 */
public record WayBack(Run run, Map<Environment, Live> live, Revert revert) {

    public WayBack {
        live = Collections.unmodifiableMap(new LinkedHashMap<>(live));
    }

    public RoutineName routine() {
        return revert.routine();
    }

    /**
     * Plans it.
     *
     * @param run one of the routine's runs
     * @param state empty if it cannot be read; only a forced rollback continues then
     * @param only the environments to restore; empty for all that the run wrote to
     * @param force continue if somebody else has published since
     * @throws GoalFailedException if nothing may be restored, or if there is nothing to restore
     */
    public static WayBack of(
            RoutineName routine, Run run, Optional<RoutineState> state, Optional<Set<Environment>> only, boolean force)
            throws GoalFailedException {
        if (!force) {
            demandOurs(routine, run, state, only);
        }
        Map<Environment, Live> live = new LinkedHashMap<>();
        for (Environment environment : among(run, only)) {
            live.put(environment, state.map(seen -> seen.liveIn(environment)).orElse(Live.UNKNOWN));
        }
        Revert revert = run.revert(routine, live.keySet());
        if (revert.targets().isEmpty()) {
            throw new GoalFailedException(lost(revert) + " Nothing was changed.");
        }
        return new WayBack(run, live, revert);
    }

    /**
     * @throws GoalFailedException if somebody else has published: an environment runs another revision than before
     * or after the run
     */
    public static void demandOurs(
            RoutineName routine, Run run, Optional<RoutineState> state, Optional<Set<Environment>> only)
            throws GoalFailedException {
        List<String> foreign = new ArrayList<>();
        for (Environment environment : state.isPresent() ? among(run, only) : List.<Environment>of()) {
            Live now = state.get().liveIn(environment);
            Change change = run.changes().get(environment);
            Live ours = run.isStoppedRollback() ? change.before() : change.after();
            Live earlier = run.earlier(environment);
            boolean isHidden = !now.isKnown() && earlier.traffic().isPresent();
            if (isHidden || Revert.isForeign(now, earlier, ours::equals)) {
                foreign.add(environment + " runs " + now + ", not " + ours);
            }
        }
        if (!foreign.isEmpty()) {
            throw new GoalFailedException("Somebody else has published routine " + routine
                    + " since its last run, so nothing is rolled back: " + CommaList.of(foreign)
                    + ". Nothing was changed. To restore what ran before that run anyway, set {force}"
                    + ".");
        }
    }

    private static List<Environment> among(Run run, Optional<Set<Environment>> only) {
        return run.changes().keySet().stream()
                .filter(environment -> only.isEmpty() || only.get().contains(environment))
                .toList();
    }

    /** What the rollback will change. */
    Map<Environment, Change> changes() {
        Map<Environment, Change> changes = new LinkedHashMap<>();
        revert.targets().forEach((environment, target) -> {
            Live now = live.get(environment);
            if (!now.equals(target)) {
                changes.put(environment, new Change(now, now, target, false));
            }
        });
        revert.lost().forEach(environment -> {
            Live now = live.get(environment);
            changes.put(environment, new Change(now, now, Live.NOTHING, false));
        });
        return changes;
    }

    /** What cannot be restored; empty if everything can be restored. */
    public Optional<String> loss() {
        return revert.lost().isEmpty() ? Optional.empty() : Optional.of(lost(revert));
    }

    private static String lost(Revert revert) {
        return "It is not known that a committed revision ran in "
                + CommaList.of(revert.lost().stream().map(Environment::name).toList()) + " of routine "
                + revert.routine()
                + " before the last run, so nothing can be restored there. Publish the revision that you want with"
                + " {codeRevision} and {environments}.";
    }
}
