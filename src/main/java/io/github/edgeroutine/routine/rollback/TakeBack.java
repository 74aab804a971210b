// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.publish.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The part of one module when the last run is undone. Nothing is written before it is certain that nobody else has
 * published since the run.
 */
public final class TakeBack {

    private final RollbackRequest request;
    private final RememberedStates states;
    private final RollbackScope scope;
    private final Consumer<WayBack> beginning;

    /** @param beginning saves what will be undone; a dry run saves nothing */
    public TakeBack(
            RollbackRequest request, RememberedStates states, RollbackScope scope, Consumer<WayBack> beginning) {
        this.request = request;
        this.states = states;
        this.scope = scope;
        this.beginning = request.dryRun() ? way -> {} : beginning;
    }

    /**
     * What is still to do, with one publish for each routine.
     *
     * @param elsewhere memories of other services or accounts
     * @param log receives what is not changed
     * @throws GoalFailedException if the run cannot be undone, or only with force
     * @throws NothingRememberedException if the module has no record
     */
    public List<Supplier<Outcome>> parts(Rollback rollback, List<RunMemories> elsewhere, Consumer<String> log)
            throws GoalFailedException, IOException, NothingRememberedException {
        List<WayBack> ways = request.alone() ? ofRoutine() : ofLastRun(elsewhere, log);
        ways.forEach(beginning);
        return ways.stream()
                .<Supplier<Outcome>>map(way -> () -> rollback.to(way))
                .toList();
    }

    private List<WayBack> ofRoutine() throws GoalFailedException, IOException {
        RoutineName routine = request.routine().orElseThrow();
        RunMemory memory = states.of(routine);
        if (memory.newest().isEmpty()) {
            throw new Candidates(routine, states.demandState(routine)).nothingRemembered();
        }
        return ways(LastRun.of(memory).in(request.only()));
    }

    private List<WayBack> ofLastRun(List<RunMemories> elsewhere, Consumer<String> log)
            throws GoalFailedException, IOException, NothingRememberedException {
        Set<String> here = scope.takenBack().isEmpty() ? scope.withoutTurn() : Set.of(scope.module());
        if (scope.takenBack().isEmpty()) {
            find(elsewhere);
        }
        LastRun mine = LastRun.of(states.all(), here, request.routine(), scope.takenBack());
        for (RoutineName routine : mine.older()) {
            log.accept("The last run did not write to routine " + routine
                    + ", so this routine is not changed. To undo its own last run, call the goal with"
                    + " {name=" + routine + "}.");
        }
        if (mine.parts().isEmpty()) {
            log.accept("The last run wrote to no routine of module " + scope.module() + ".");
        }
        return ways(mine.touching(request.only()));
    }

    /** The first module finds the last run of all selected modules, and checks it completely. */
    private void find(List<RunMemories> elsewhere) throws GoalFailedException, IOException, NothingRememberedException {
        List<RunMemory> reachable = states.all();
        List<RunMemory> all = new ArrayList<>(reachable);
        for (RunMemories other : elsewhere) {
            all.addAll(other.all());
        }
        LastRun last = LastRun.of(all, scope.modules(), request.routine());
        demandSomething(last, reachable);
        ways(last.in(request.only()).among(reachable)).forEach(beginning);
        scope.takenBack().addAll(last.invocations());
        scope.takenBack().add(scope.invocation());
    }

    private void demandSomething(LastRun last, List<RunMemory> reachable)
            throws GoalFailedException, IOException, NothingRememberedException {
        boolean mine =
                last.parts().stream().anyMatch(part -> part.run().modules().contains(scope.module()));
        if (request.routine().isPresent() && (mine || last.parts().isEmpty())) {
            RoutineName routine = request.routine().get();
            if (reachable.stream()
                    .noneMatch(memory ->
                            memory.routine().equals(routine) && memory.newest().isPresent())) {
                throw new Candidates(routine, states.demandState(routine)).nothingRemembered();
            }
        }
        if (last.parts().isEmpty()) {
            throw new NothingRememberedException();
        }
    }

    private List<WayBack> ways(LastRun run) throws GoalFailedException {
        List<WayBack> ways = new ArrayList<>();
        for (RoutineRun part : run.parts()) {
            RoutineName routine = part.memory().routine();
            ways.add(WayBack.of(routine, part.run(), states.state(routine), request.only(), request.force()));
        }
        return ways;
    }
}
