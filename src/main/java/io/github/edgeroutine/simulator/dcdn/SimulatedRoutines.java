// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import io.github.edgeroutine.simulator.account.RoutineChange;
import io.github.edgeroutine.simulator.account.RoutineTable;
import io.github.edgeroutine.simulator.account.SerialNumbers;
import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The routines of an account by name. Every change is atomic for all threads. */
final class SimulatedRoutines {

    private final RoutineTable<SimulatedRoutine> table;
    private final SerialNumbers numbers = SerialNumbers.ofTheClock();

    SimulatedRoutines(Map<String, SimulatedRoutine> byName) {
        this.table = new RoutineTable<>(byName, DcdnRefusal::noRoutine);
    }

    /** Creates the routine first if it does not exist. */
    void ensure(String name, UnaryOperator<SimulatedRoutine> change) {
        table.ensure(name, () -> SimulatedRoutine.created(now()), change);
    }

    Optional<SimulatedRoutine> find(String name) {
        return table.find(name);
    }

    Map<String, SimulatedRoutine> all() {
        return table.all();
    }

    SimulatedRoutine held(String name) throws ServiceRefusal {
        return table.held(name);
    }

    void change(String name, RoutineChange<SimulatedRoutine> change) throws ServiceRefusal {
        table.change(name, change);
    }

    void create(String name, SimulatedRoutine routine) throws ServiceRefusal {
        if (!table.add(name, routine)) {
            throw DcdnRefusal.routineExists(name);
        }
    }

    /** Changes all of the environments or none. This, and the texts of both refusals, are not documented. */
    void publish(String name, String revision, List<String> environments) throws ServiceRefusal {
        change(name, routine -> {
            if (!routine.holds(revision)) {
                throw DcdnRefusal.noRevision(name, revision);
            }
            demand(environments, name, routine);
            return routine.running(revision, environments);
        });
    }

    void delete(String name) throws ServiceRefusal {
        table.remove(name);
    }

    /** The number of a new revision. */
    String number(String name) throws ServiceRefusal {
        return numbers.next(held(name).ids());
    }

    /** Makes the staged code a revision and returns its number. */
    String commit(String name, String description) throws ServiceRefusal {
        String id = number(name);
        change(name, routine -> StagedCode.committed(routine, id, description, now()));
        return id;
    }

    /** Removes all of the environments or none. This, and the texts of both refusals, are not documented. */
    void remove(String name, List<String> environments) throws ServiceRefusal {
        change(name, routine -> {
            demand(environments, name, routine);
            for (String environment : environments) {
                if (SimulatedEnvironment.FIXED.contains(environment)) {
                    throw DcdnRefusal.generalError("(simulated) the environment " + environment + " cannot be deleted");
                }
            }
            return routine.withoutEnvironments(environments);
        });
    }

    private static void demand(List<String> environments, String name, SimulatedRoutine routine) throws ServiceRefusal {
        for (String environment : environments) {
            if (!routine.environments().containsKey(environment)) {
                throw DcdnRefusal.generalError(
                        "(simulated) the routine " + name + " has no environment " + environment);
            }
        }
    }

    static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
