// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import io.github.edgeroutine.mojo.connection.Connection;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.Traffic;
import io.github.edgeroutine.routine.publish.Outcome;
import io.github.edgeroutine.routine.publish.Targets;
import io.github.edgeroutine.routine.rollback.Candidates;
import io.github.edgeroutine.routine.rollback.LastRun;
import io.github.edgeroutine.routine.rollback.Rollback;
import io.github.edgeroutine.routine.rollback.Run;
import io.github.edgeroutine.routine.rollback.WayBack;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.maven.plugin.MojoFailureException;

/** A rollback to a revision that the user gives; the memory tells no more than the environments, if these are not given. */
final class ChosenRollback {

    private final RollbackMojo goal;
    private final RollbackMojo.RollbackRequest request;
    private final RememberedStates states;

    ChosenRollback(RollbackMojo goal, RollbackMojo.RollbackRequest request, Connection service) {
        this.goal = goal;
        this.request = request;
        this.states = new RememberedStates(service, request.force());
    }

    /** One publish for each routine and revision. */
    List<Supplier<Outcome>> parts(Rollback rollback) throws GoalFailedException, IOException, MojoFailureException {
        List<Supplier<Outcome>> parts = new ArrayList<>();
        for (RoutineName routine : routines()) {
            Optional<Run> last = states.of(routine).newest();
            Targets targets = request.targets().isPresent() ? request.targets().get() : remembered(routine, last);
            if (request.previous()) {
                Map<Environment, Traffic> earlier =
                        new Candidates(routine, states.demandState(routine)).previous(targets, last);
                parts.add(() -> rollback.to(routine, earlier));
            } else {
                parts.add(() -> rollback.to(routine, request.revision().orElseThrow(), targets));
            }
        }
        return parts;
    }

    private List<RoutineName> routines() throws GoalFailedException, IOException, MojoFailureException {
        if (request.routine().isPresent()) {
            return List.of(request.routine().get());
        }
        String module = goal.id(goal.project());
        LastRun last = LastRun.of(states.all(), Set.of(module), Optional.empty());
        if (last.parts().isEmpty()) {
            throw goal.namesNoRoutine();
        }
        return last.parts().stream().map(part -> part.memory().routine()).toList();
    }

    private Targets remembered(RoutineName routine, Optional<Run> last) throws GoalFailedException {
        if (last.isEmpty()) {
            throw new Candidates(routine, states.demandState(routine)).nothingRemembered();
        }
        if (!request.force()) {
            WayBack.demandOurs(routine, last.get(), states.state(routine), Optional.empty());
        }
        return new Targets(false, List.copyOf(last.get().changes().keySet()));
    }
}
