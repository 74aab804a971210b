// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.call.StateReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The memories of routines together with their present state. Each is read once. */
public final class RememberedStates {

    private static final String PURPOSE = "check who has published since the last run";

    private final RunMemories memories;
    private final StateReader reader;
    private final boolean force;
    private final Map<RoutineName, Optional<RoutineState>> read = new HashMap<>();

    /** @param force continue if a state cannot be read */
    public RememberedStates(RunMemories memories, StateReader reader, boolean force) {
        this.memories = memories;
        this.reader = reader;
        this.force = force;
    }

    RunMemory of(RoutineName routine) throws IOException, GoalFailedException {
        return settled(memories.of(routine));
    }

    List<RunMemory> all() throws IOException, GoalFailedException {
        List<RunMemory> all = new ArrayList<>();
        for (RunMemory memory : memories.all()) {
            all.add(settled(memory));
        }
        return all;
    }

    /** @return empty if it cannot be read and is not required */
    Optional<RoutineState> state(RoutineName routine) throws GoalFailedException {
        if (!read.containsKey(routine)) {
            read.put(routine, look(routine));
        }
        return read.get(routine);
    }

    RoutineState demandState(RoutineName routine) throws GoalFailedException {
        Optional<RoutineState> known = state(routine);
        return known.isPresent() ? known.get() : reader.read(routine, PURPOSE);
    }

    private RunMemory settled(RunMemory memory) throws GoalFailedException {
        return memory.isUnsettled()
                ? state(memory.routine()).map(memory::settled).orElse(memory)
                : memory;
    }

    private Optional<RoutineState> look(RoutineName routine) throws GoalFailedException {
        try {
            return Optional.of(reader.read(routine, PURPOSE));
        } catch (GoalFailedException e) {
            if (force) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
