// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.esa;

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

/** ESA for one account, with an object store for code and assets. */
public final class SimulatedEsa implements SimulatedService {

    private final SimulatedStore store = new SimulatedStore(product());
    private final Map<String, SimulatedOperation> operations = new HashMap<>();

    /** @param account shared with the caller, who may read and change it at any time */
    public SimulatedEsa(EsaAccount account) {
        HeldRoutines routines = account.routines();
        UploadConduct conduct = account.conduct();
        operations.putAll(new EsaRoutineOperations(routines).byName());
        operations.putAll(new UploadOperations(routines, new EsaUpload(store, conduct), conduct).byName());
        operations.putAll(new VersionOperations(routines).byName());
        operations.putAll(new DeploymentOperations(routines).byName());
        operations.putAll(new VariableOperations(routines).byName());
    }

    @Override
    public String product() {
        return "esa";
    }

    /** The address for accounts of the Chinese site. */
    @Override
    public String host() {
        return "esa.cn-hangzhou.aliyuncs.com";
    }

    @Override
    public String version() {
        return "2024-09-10";
    }

    @Override
    public Map<String, SimulatedOperation> operations() {
        return Map.copyOf(operations);
    }

    @Override
    public Map<String, OddAnswer> oddAnswers() {
        return Stream.of(OddEsaAnswer.values()).collect(toMap(Enum::name, identity()));
    }

    @Override
    public List<RequestHandler> handlers() {
        return List.of(store);
    }
}
