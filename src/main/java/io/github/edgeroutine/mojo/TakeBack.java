// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.github.edgeroutine.memory.RememberedRun;
import io.github.edgeroutine.mojo.connection.Connection;
import io.github.edgeroutine.mojo.connection.Connector;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.publish.Outcome;
import io.github.edgeroutine.routine.rollback.Candidates;
import io.github.edgeroutine.routine.rollback.LastRun;
import io.github.edgeroutine.routine.rollback.Rollback;
import io.github.edgeroutine.routine.rollback.RunMemory;
import io.github.edgeroutine.routine.rollback.WayBack;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;

/** A module's part in taking the last run back. Nothing is written before all of the run is known to be ours. */
final class TakeBack {

    private final RollbackMojo goal;
    private final RollbackMojo.RollbackRequest request;
    private final Connection service;
    private final RememberedStates states;
    private final Set<String> takenBack;
    private final String module;

    TakeBack(RollbackMojo goal, RollbackMojo.RollbackRequest request, Connection service) {
        this.goal = goal;
        this.request = request;
        this.service = service;
        this.states = new RememberedStates(service, request.force());
        this.takenBack = goal.run().takenBack(goal.account());
        this.module = goal.id(goal.project());
    }

    /** What is left to do, a publish for each routine. */
    List<Supplier<Outcome>> parts(Rollback rollback, RememberedRun remembered)
            throws GoalFailedException, IOException, MojoFailureException {
        List<WayBack> ways = request.alone() ? ofRoutine() : ofLastRun(remembered);
        if (!goal.isDryRun()) {
            ways.forEach(remembered::begin);
        }
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
        return ways(LastRun.of(memory).in(only()));
    }

    private List<WayBack> ofLastRun(RememberedRun remembered)
            throws GoalFailedException, IOException, MojoFailureException {
        Set<String> here = takenBack.isEmpty() ? withoutTurn() : Set.of(module);
        if (takenBack.isEmpty()) {
            find(remembered);
        }
        LastRun mine = LastRun.of(states.all(), here, request.routine(), takenBack);
        for (RoutineName routine : mine.older()) {
            goal.getLog()
                    .info("The last run did not write to routine " + routine
                            + ", so it is left as it is. To take its own"
                            + " last run back, call the goal with -Dedge-routine.name=" + routine + ".");
        }
        if (mine.parts().isEmpty()) {
            goal.getLog().info("The last run wrote to no routine of module " + module + ".");
        }
        return ways(mine.touching(only()));
    }

    /** The first module finds the last run of all that are selected, and checks it whole. */
    private void find(RememberedRun remembered) throws GoalFailedException, IOException, MojoFailureException {
        List<RunMemory> reachable = states.all();
        LastRun last = LastRun.of(
                Stream.concat(reachable.stream(), elsewhere().stream()).toList(), modules(), request.routine());
        demandSomething(last, reachable);
        List<WayBack> ways = ways(last.in(only()).among(reachable));
        if (!goal.isDryRun()) {
            ways.forEach(remembered::begin);
        }
        takenBack.addAll(last.invocations());
        takenBack.add(goal.run().id());
    }

    private void demandSomething(LastRun last, List<RunMemory> reachable)
            throws GoalFailedException, IOException, MojoFailureException {
        boolean mine =
                last.parts().stream().anyMatch(part -> part.run().modules().contains(module));
        if (request.routine().isPresent() && (mine || last.parts().isEmpty())) {
            RoutineName routine = request.routine().get();
            if (reachable.stream()
                    .noneMatch(memory ->
                            memory.routine().equals(routine) && memory.newest().isPresent())) {
                throw new Candidates(routine, states.demandState(routine)).nothingRemembered();
            }
        }
        if (last.parts().isEmpty()) {
            throw goal.namesNoRoutine();
        }
    }

    /** This module, and those that the goal does not run in because their POMs name no routine. */
    private Set<String> withoutTurn() {
        return goal.session().getProjects().stream()
                .filter(each -> each.equals(goal.project()) || !goal.hasRoutine(each))
                .map(goal::id)
                .collect(toUnmodifiableSet());
    }

    private Set<String> modules() {
        return goal.session().getProjects().stream().map(goal::id).collect(toUnmodifiableSet());
    }

    /** A rehearsal of each module has an account of its own. */
    private List<RunMemory> elsewhere() throws IOException {
        List<RunMemory> elsewhere = new ArrayList<>();
        if (service.simulated()) {
            for (var other : goal.session().getProjects()) {
                if (!goal.directory(other).equals(goal.directory())) {
                    elsewhere.addAll(Connector.rehearsed(goal.directory(other)).all());
                }
            }
        }
        return elsewhere;
    }

    private List<WayBack> ways(LastRun run) throws GoalFailedException {
        List<WayBack> ways = new ArrayList<>();
        for (LastRun.Part part : run.parts()) {
            RoutineName routine = part.memory().routine();
            ways.add(WayBack.of(routine, part.run(), states.state(routine), only(), request.force()));
        }
        return ways;
    }

    /** Empty for all that the run wrote to. */
    private Optional<Set<Environment>> only() {
        return request.targets().filter(targets -> !targets.all()).map(targets -> Set.copyOf(targets.named()));
    }
}
