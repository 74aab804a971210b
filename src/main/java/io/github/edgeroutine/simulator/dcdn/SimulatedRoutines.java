// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import io.github.edgeroutine.simulator.SerialNumbers;
import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The routines of an account by name. Every change is one step, whatever other threads do. */
final class SimulatedRoutines {

    /** What becomes of a routine, unless the service refuses. */
    @FunctionalInterface
    interface RoutineChange {

        SimulatedRoutine of(SimulatedRoutine routine) throws ServiceRefusal;
    }

    private final Map<String, SimulatedRoutine> byName;
    private final SerialNumbers numbers = new SerialNumbers();

    SimulatedRoutines(Map<String, SimulatedRoutine> byName) {
        this.byName = new LinkedHashMap<>(byName);
    }

    /** Makes the routine first if it does not exist. */
    synchronized void ensure(String name, UnaryOperator<SimulatedRoutine> change) {
        byName.put(name, change.apply(byName.getOrDefault(name, SimulatedRoutine.created(now()))));
    }

    synchronized Optional<SimulatedRoutine> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    synchronized Map<String, SimulatedRoutine> all() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /** No code of its own is documented for a missing routine. */
    SimulatedRoutine held(String name) throws ServiceRefusal {
        return find(name).orElseThrow(() -> DcdnRefusal.generalError("(simulated) there is no routine " + name));
    }

    synchronized void change(String name, RoutineChange change) throws ServiceRefusal {
        byName.put(name, change.of(held(name)));
    }

    /**
     * Changes all of the environments or none. That, and the texts of both refusals, are not documented.
     */
    void publish(String name, String revision, List<String> environments) throws ServiceRefusal {
        change(name, routine -> {
            if (!routine.holds(revision)) {
                throw DcdnRefusal.noRevision(name, revision);
            }
            for (String environment : environments) {
                if (!routine.environments().containsKey(environment)) {
                    throw DcdnRefusal.generalError(
                            "(simulated) the routine " + name + " has no environment " + environment);
                }
            }
            return routine.running(revision, environments);
        });
    }

    /** Makes the staged code a revision and answers its number. */
    synchronized String commit(String name, String description) throws ServiceRefusal {
        String id = numbers.next(held(name).ids());
        change(name, routine -> StagedCode.committed(routine, id, description, now()));
        return id;
    }

    static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
