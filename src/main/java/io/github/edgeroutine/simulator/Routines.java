// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The routines of an account by name. Every change is one step, whatever other threads do. */
final class Routines {

    /** What becomes of a routine, unless the service refuses. */
    @FunctionalInterface
    interface Change {

        Routine of(Routine routine) throws Refusal;
    }

    private final Map<String, Routine> byName;
    private final RevisionIds ids = new RevisionIds();

    Routines(Map<String, Routine> byName) {
        this.byName = new LinkedHashMap<>(byName);
    }

    /** Makes the routine first if it does not exist. */
    synchronized void ensure(String name, UnaryOperator<Routine> change) {
        byName.put(name, change.apply(byName.getOrDefault(name, Routine.created(now()))));
    }

    synchronized Optional<Routine> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    synchronized Map<String, Routine> all() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /** No code of its own is documented for a missing routine. */
    Routine held(String name) throws Refusal {
        return find(name).orElseThrow(() -> Refusal.generalError("(simulated) there is no routine " + name));
    }

    synchronized void change(String name, Change change) throws Refusal {
        byName.put(name, change.of(held(name)));
    }

    /**
     * What the service does on a publish: all environments change or none. Atomicity is not
     * documented, nor is one of the texts of its refusals.
     */
    void publish(String name, String revision, List<String> environments) throws Refusal {
        change(name, routine -> {
            if (!routine.holds(revision)) {
                throw Refusal.noRevision(name, revision);
            }
            for (String environment : environments) {
                if (!routine.environments().containsKey(environment)) {
                    throw Refusal.generalError(
                            "(simulated) the routine " + name + " has no environment " + environment);
                }
            }
            return routine.running(revision, environments);
        });
    }

    /** Makes the staged code a revision and answers its number. */
    synchronized String commit(String name, String description) throws Refusal {
        String id = ids.next(held(name).ids());
        change(name, routine -> Staging.committed(routine, id, description, now()));
        return id;
    }

    static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
