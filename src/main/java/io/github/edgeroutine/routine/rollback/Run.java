// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.publish.Outcome;
import io.github.edgeroutine.routine.publish.Revert;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What one Maven invocation wrote to a routine. If it was killed, later invocations that finished it are included.
 *
 * @param invocations the ids of the invocations
 * @param modules the modules whose goals wrote
 * @param complete whether an invocation ended without a failure
 */
public record Run(
        RunKind kind,
        Set<String> invocations,
        Set<String> modules,
        boolean complete,
        Map<Environment, Change> changes) {

    public Run {
        invocations = Collections.unmodifiableSet(new LinkedHashSet<>(invocations));
        modules = Collections.unmodifiableSet(new LinkedHashSet<>(modules));
        changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
    }

    static Run begun(RunKind kind, Invocation by, Map<Environment, Change> changes) {
        return new Run(kind, Set.of(by.id()), Set.of(by.module()), false, changes);
    }

    /** The id of the last invocation that took part. */
    public String latest() {
        return Collections.max(invocations);
    }

    /** Whether this is a stopped rollback. The same rollback must finish it, and not undo it. */
    boolean isStoppedRollback() {
        return kind == RunKind.ROLLBACK && !complete;
    }

    /** What each environment runs again after this run is undone. */
    public Revert revert(RoutineName routine) {
        return revert(routine, changes.keySet());
    }

    Revert revert(RoutineName routine, Collection<Environment> environments) {
        Map<Environment, Live> earlier = new LinkedHashMap<>();
        environments.forEach(environment -> earlier.put(environment, earlier(environment)));
        return new Revert(routine, earlier);
    }

    /** What an environment of this run gets back. */
    Live earlier(Environment environment) {
        Change change = changes.get(environment);
        return isStoppedRollback() ? change.after() : change.before();
    }

    boolean isOf(String invocation, RunKind asked) {
        return kind == asked && invocations.contains(invocation);
    }

    /** Whether it was killed or failed, and a publish of the wanted revisions continues it. */
    boolean goesOnWith(RunKind asked, Map<Environment, Live> wanted) {
        return !complete
                && kind == asked
                && changes.values().stream()
                        .anyMatch(change -> wanted.values().stream().anyMatch(change::leadsTo))
                && wanted.entrySet().stream()
                        .allMatch(wish -> !changes.containsKey(wish.getKey())
                                || changes.get(wish.getKey()).leadsTo(wish.getValue()));
    }

    Run joinedBy(Invocation by) {
        return new Run(kind, joined(invocations, by.id()), joined(modules, by.module()), false, changes);
    }

    Run joinedBy(String invocation) {
        return new Run(kind, joined(invocations, invocation), modules, false, changes);
    }

    private static Set<String> joined(Set<String> some, String one) {
        Set<String> all = new LinkedHashSet<>(some);
        all.add(one);
        return all;
    }

    Run completed() {
        return new Run(kind, invocations, modules, true, changes).with(change -> change);
    }

    Run with(Map<Environment, Change> other) {
        return new Run(kind, invocations, modules, complete, other);
    }

    /** Drops changes without an effect. */
    Run with(UnaryOperator<Change> each) {
        Map<Environment, Change> rest = new LinkedHashMap<>();
        changes.forEach((environment, change) -> rest.put(environment, each.apply(change)));
        rest.values().removeIf(Change::isNone);
        return with(rest);
    }

    /** Nothing is dropped from a rollback: what is not restored yet must still be restored. */
    Run ended(Outcome outcome) {
        Map<Environment, Change> ended = new LinkedHashMap<>(changes);
        outcome.environments()
                .forEach(place -> ended.computeIfPresent(place.environment(), (environment, change) -> {
                    Change after = change.ended(place);
                    return kind == RunKind.ROLLBACK && !after.after().equals(change.after()) ? change : after;
                }));
        return with(ended).with(change -> change);
    }

    Run settled(RoutineState state) {
        Map<Environment, Change> settled = new LinkedHashMap<>();
        changes.forEach((environment, change) -> settled.put(environment, change.settled(state.liveIn(environment))));
        return with(settled).with(change -> change);
    }
}
