// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.github.edgeroutine.simulator.OddAnswer;
import io.github.edgeroutine.simulator.SimulatedOperation;
import io.github.edgeroutine.simulator.SimulatedService;
import io.github.edgeroutine.simulator.store.SimulatedStore;
import io.github.edgeroutine.simulator.wire.RequestHandler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** DCDN for one account, with an object store for its code. */
public final class SimulatedDcdn implements SimulatedService {

    private final SimulatedStore store = new SimulatedStore(product());
    private final Map<String, SimulatedOperation> operations = new HashMap<>();

    /** @param account shared with the caller, who may read and change it at any time */
    public SimulatedDcdn(DcdnAccount account) {
        SimulatedRoutines routines = account.routines();
        operations.putAll(new AccountOperations(routines, account.subdomains()).byName());
        operations.putAll(new RoutineOperations(routines).byName());
        operations.putAll(new CodeOperations(routines, new CodeUpload(routines, store)).byName());
    }

    @Override
    public String product() {
        return "dcdn";
    }

    @Override
    public String version() {
        return "2018-01-15";
    }

    @Override
    public Map<String, SimulatedOperation> operations() {
        return Map.copyOf(operations);
    }

    @Override
    public Map<String, OddAnswer> oddAnswers() {
        return Stream.of(OddDcdnAnswer.values()).collect(toMap(Enum::name, identity()));
    }

    @Override
    public List<RequestHandler> handlers() {
        return List.of(store);
    }
}
