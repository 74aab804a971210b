// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.publish.Outcome;
import io.github.edgeroutine.routine.publish.Plan;
import io.github.edgeroutine.routine.publish.Plan.Stage;
import io.github.edgeroutine.routine.publish.Plan.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a rollback must know about a routine: the last run that wrote to it, and the run before, because the last run
 * may have changed nothing.
 *
 * @param runs newest first, at most two
 */
public record RunMemory(RoutineName routine, List<Run> runs) {

    private static final int MOST = 2;

    public RunMemory {
        runs = runs.stream().filter(run -> !run.changes().isEmpty()).limit(MOST).toList();
    }

    public static RunMemory none(RoutineName routine) {
        return new RunMemory(routine, List.of());
    }

    public Optional<Run> newest() {
        return runs.stream().findFirst();
    }

    /** Adds the writes of a stage, before they are made. */
    public RunMemory beginning(Invocation by, RunKind kind, Plan plan, Stage stage) {
        Optional<Run> own = runs.stream().filter(run -> run.isOf(by.id(), kind)).findFirst();
        Optional<Run> stopped = newest().filter(run -> run.goesOnWith(kind, plan.wanted()));
        Optional<Run> earlier = own.or(() -> stopped);
        Map<Environment, Change> changes =
                new LinkedHashMap<>(earlier.map(Run::changes).orElse(Map.of()));
        for (Step step : stage.steps()) {
            Optional<Change> begun = Optional.ofNullable(changes.get(step.environment()))
                    .filter(change -> step.before().isKnown() ? change.isLeft(step.before()) : own.isPresent());
            if (begun.isPresent()) {
                changes.put(step.environment(), begun.get().then(step));
            } else if (!step.before().equals(step.wanted())) {
                changes.put(step.environment(), Change.first(step));
            }
        }
        Run run = earlier.map(found -> found.joinedBy(by).with(changes)).orElseGet(() -> Run.begun(kind, by, changes));
        return inFront(run, each -> earlier.filter(each::equals).isPresent());
    }

    /** Adds a rollback before it is made. A stopped rollback is continued. */
    public RunMemory beginning(Invocation by, WayBack back) {
        if (back.run().isStoppedRollback()) {
            return replaced(back.run(), run -> run.joinedBy(by.id()));
        }
        Run run = new Run(RunKind.ROLLBACK, Set.of(by.id()), back.run().modules(), false, back.changes());
        return inFront(run, each -> false);
    }

    private RunMemory inFront(Run run, Predicate<Run> dropped) {
        return new RunMemory(
                routine,
                Stream.concat(Stream.of(run), runs.stream().filter(dropped.negate()))
                        .toList());
    }

    private RunMemory replaced(Run old, UnaryOperator<Run> change) {
        return new RunMemory(
                routine,
                runs.stream()
                        .map(run -> run.equals(old) ? change.apply(run) : run)
                        .toList());
    }

    /** Adds the result of a publish of the invocation. */
    public RunMemory ended(Invocation by, RunKind kind, Outcome outcome) {
        return runs.stream()
                .filter(run -> run.isOf(by.id(), kind))
                .findFirst()
                .map(own -> replaced(own, run -> run.ended(outcome)))
                .orElse(this);
    }

    /** An invocation found that another one had already done everything. */
    public RunMemory upToDate(Invocation by, RunKind kind, Outcome outcome) {
        return newest().filter(run -> run.goesOnWith(kind, outcome.upToDate()))
                .map(stopped -> replaced(stopped, run -> run.joinedBy(by).ended(outcome)))
                .orElse(this);
    }

    /** The invocation ended without a failure. */
    public RunMemory completed(String invocation) {
        return new RunMemory(
                routine,
                runs.stream()
                        .map(run -> run.invocations().contains(invocation) ? run.completed() : run)
                        .toList());
    }

    /** Removes publishes if the state shows that they changed nothing. */
    public RunMemory settled(RoutineState state) {
        List<Run> rest = new ArrayList<>(runs);
        while (!rest.isEmpty() && rest.get(0).kind() == RunKind.PUBLISH) {
            Run settled = rest.get(0).settled(state);
            rest.set(0, settled);
            if (!settled.changes().isEmpty()) {
                break;
            }
            rest.remove(0);
        }
        return new RunMemory(routine, rest);
    }

    /** Whether the routine must be read to find out what its last run changed. */
    public boolean isUnsettled() {
        return newest().filter(run -> run.kind() == RunKind.PUBLISH)
                .map(run -> run.changes().values().stream().anyMatch(change -> !change.done()))
                .orElse(false);
    }

    /** The revisions that a rollback may need. */
    public Set<CodeRevision> needed() {
        return runs.stream()
                .flatMap(run -> run.changes().values().stream()
                        .flatMap(change -> run.kind() == RunKind.ROLLBACK
                                ? Stream.of(change.before(), change.after())
                                : Stream.of(change.before())))
                .flatMap(live -> live.traffic().stream())
                .flatMap(traffic -> traffic.shares().keySet().stream())
                .collect(toUnmodifiableSet());
    }
}
