// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.esa;

import com.google.gson.JsonObject;
import io.github.edgeroutine.simulator.OperationRequest;
import io.github.edgeroutine.simulator.SimulatedOperation;
import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** The operations that decide what an environment runs. */
final class DeploymentOperations {

    /** The only strategy. */
    static final String PERCENTAGE = "percentage";

    private final HeldRoutines routines;

    DeploymentOperations(HeldRoutines routines) {
        this.routines = routines;
    }

    Map<String, SimulatedOperation> byName() {
        return Map.of(
                "CreateRoutineCodeDeployment", this::createRoutineCodeDeployment,
                "PublishRoutineCodeVersion", this::publishRoutineCodeVersion);
    }

    private JsonObject createRoutineCodeDeployment(OperationRequest request) throws ServiceRefusal {
        String environment = EsaEnvironments.mandatory(request);
        String strategy = request.mandatory("Strategy");
        if (!strategy.equals(PERCENTAGE)) {
            throw EsaRefusal.invalid("Strategy must be " + PERCENTAGE + ", but is " + strategy);
        }
        Map<String, Integer> shares = ShareList.of(request.mandatory("CodeVersions"));
        StoredDeployment deployment = deploy(request, environment, shares);
        JsonObject answer = new JsonObject();
        answer.addProperty("Strategy", PERCENTAGE);
        answer.addProperty("DeploymentId", deployment.id());
        answer.add("CodeVersions", EsaRoutineJson.shares(shares));
        return answer;
    }

    /**
     * Replaces all versions that ran before, with their shares. This is not documented. The default for a missing
     * CodeVersion is not documented either; here it is the newest available version.
     */
    private JsonObject publishRoutineCodeVersion(OperationRequest request) throws ServiceRefusal {
        String environment = EsaEnvironments.mandatory(request);
        String named = request.optional("CodeVersion");
        String version = named.isEmpty() ? newest(routines.named(request), request.time()) : named;
        deploy(request, environment, Map.of(version, 100));
        JsonObject answer = new JsonObject();
        answer.addProperty("CodeVersion", version);
        return answer;
    }

    private static String newest(StoredRoutine routine, Instant now) throws ServiceRefusal {
        return routine.versions().stream()
                .filter(each -> each.isAvailable(now))
                .reduce((earlier, later) -> later)
                .map(StoredVersion::id)
                .orElseThrow(() -> EsaRefusal.invalid("the routine has no code version that is available"));
    }

    private StoredDeployment deploy(OperationRequest request, String environment, Map<String, Integer> shares)
            throws ServiceRefusal {
        AtomicReference<StoredDeployment> made = new AtomicReference<>();
        routines.write(request, routine -> {
            for (String version : shares.keySet()) {
                StoredVersion held = routine.version(version)
                        .orElseThrow(() -> EsaRefusal.noVersion(request.optional("Name"), version));
                if (!held.isAvailable(request.time())) {
                    throw EsaRefusal.invalid("the code version " + version + " is " + held.status(request.time()));
                }
            }
            made.set(routines.deployment(shares, request.time()));
            return routine.deployed(environment, made.get());
        });
        return made.get();
    }
}
