// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.publish.Outcome;
import io.github.edgeroutine.routine.publish.Revert;
import io.github.edgeroutine.routine.publish.Targets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A rollback to a revision that the user has given. The memory is only used for the environments, if the user has
 * not given them.
 */
public final class ChosenRollback {

    private final RollbackRequest request;
    private final RememberedStates states;
    private final String module;

    /** @param module the module of the goal, as in {@link Run#modules} */
    public ChosenRollback(RollbackRequest request, RememberedStates states, String module) {
        this.request = request;
        this.states = states;
        this.module = module;
    }

    /**
     * One publish for each routine and revision.
     *
     * @throws GoalFailedException if a revision cannot be chosen
     * @throws NothingRememberedException if no routine is given and the module has no record
     */
    public List<Supplier<Outcome>> parts(Rollback rollback)
            throws GoalFailedException, IOException, NothingRememberedException {
        List<Supplier<Outcome>> parts = new ArrayList<>();
        for (RoutineName routine : routines()) {
            Optional<Run> last = states.of(routine).newest();
            Targets targets = request.targets().isPresent() ? request.targets().get() : remembered(routine, last);
            if (request.previous()) {
                RoutineState state = states.demandState(routine);
                Revert revert = new Candidates(routine, state).previous(targets, last);
                parts.add(() -> rollback.to(revert, state.live()));
            } else {
                parts.add(() -> rollback.to(routine, request.revision().orElseThrow(), targets));
            }
        }
        return parts;
    }

    private List<RoutineName> routines() throws GoalFailedException, IOException, NothingRememberedException {
        if (request.routine().isPresent()) {
            return List.of(request.routine().get());
        }
        LastRun last = LastRun.of(states.all(), Set.of(module), Optional.empty());
        if (last.parts().isEmpty()) {
            throw new NothingRememberedException();
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
