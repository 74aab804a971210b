// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.esa;

import io.github.edgeroutine.simulator.OperationRequest;
import io.github.edgeroutine.simulator.account.RoutineChange;
import io.github.edgeroutine.simulator.account.RoutineTable;
import io.github.edgeroutine.simulator.account.SerialNumbers;
import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The routines of an account, the plan that limits them, and their numbers. */
final class HeldRoutines {

    /** As large as in the documents. */
    private static final long FIRST_DEPLOYMENT = 589_267;

    private final EsaPlan plan;
    private final RoutineTable<StoredRoutine> table;
    private final Map<String, Long> lastWrite = new ConcurrentHashMap<>();
    private final SerialNumbers versions = SerialNumbers.ofTheClock();
    private final SerialNumbers deployments = SerialNumbers.from(FIRST_DEPLOYMENT);

    HeldRoutines(EsaPlan plan, Map<String, StoredRoutine> byName) {
        this.plan = plan;
        this.table = new RoutineTable<>(byName, name -> EsaRefusal.noRoutine());
    }

    EsaPlan plan() {
        return plan;
    }

    void ensure(String name, UnaryOperator<StoredRoutine> change) {
        table.ensure(
                name, () -> StoredRoutine.created("", false, Instant.now().truncatedTo(ChronoUnit.SECONDS)), change);
    }

    /**
     * Creates the routine and the version if they do not exist. If the plan allows no more versions, the oldest one
     * without a share is deleted.
     *
     * @throws IllegalStateException if all of them have a share
     */
    void keep(String name, StoredVersion version) {
        ensure(
                name,
                held -> held.holds(version.id())
                        ? held
                        : held.within(plan.versions() - 1).added(version));
    }

    Optional<StoredRoutine> find(String name) {
        return table.find(name);
    }

    Map<String, StoredRoutine> all() {
        return table.all();
    }

    StoredRoutine named(OperationRequest request) throws ServiceRefusal {
        return table.held(request.mandatory("Name"));
    }

    StoredVersion version(OperationRequest request) throws ServiceRefusal {
        String id = request.mandatory("CodeVersion");
        return named(request).version(id).orElseThrow(() -> EsaRefusal.noVersion(request.optional("Name"), id));
    }

    void create(String name, StoredRoutine routine) throws ServiceRefusal {
        if (find(name).isPresent()) {
            throw EsaRefusal.routineExists(name);
        }
        if (all().size() >= plan.routines()) {
            throw EsaRefusal.tooManyRoutines();
        }
        if (!table.add(name, routine)) {
            throw EsaRefusal.routineExists(name);
        }
    }

    void delete(OperationRequest request) throws ServiceRefusal {
        write(request, routine -> routine);
        table.remove(request.mandatory("Name"));
    }

    /** Refuses if another write was done after the request had arrived: the service uses an optimistic lock. */
    void write(OperationRequest request, RoutineChange<StoredRoutine> change) throws ServiceRefusal {
        String name = request.mandatory("Name");
        table.change(name, routine -> {
            if (lastWrite.containsKey(name) && lastWrite.get(name) - request.arrival() > 0) {
                throw EsaRefusal.lockFailed();
            }
            StoredRoutine changed = change.of(routine);
            lastWrite.put(name, System.nanoTime());
            return changed;
        });
    }

    /** A change by the object store does not count as a write of a client. */
    void receive(String name, RoutineChange<StoredRoutine> change) throws ServiceRefusal {
        table.change(name, change);
    }

    String nextVersion(StoredRoutine routine) {
        return versions.next(routine.ids());
    }

    StoredDeployment deployment(Map<String, Integer> shares, Instant now) {
        List<String> others = all().values().stream()
                .flatMap(routine -> routine.deployments().values().stream())
                .map(StoredDeployment::id)
                .toList();
        return new StoredDeployment(
                deployments.next(others), now.truncatedTo(ChronoUnit.SECONDS).toString(), shares);
    }
}
