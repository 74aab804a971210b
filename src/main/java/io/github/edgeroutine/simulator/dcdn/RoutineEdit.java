// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.edgeroutine.simulator.OperationRequest;
import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import io.github.edgeroutine.simulator.wire.StrictJson;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The requested change of EditRoutineConf. If an environment has an unknown name, only this environment is refused. Any
 * other error refuses the whole call, which is not documented.
 *
 * @param description {@code null} means no change; an empty string removes it
 * @param changes by environment
 */
record RoutineEdit(String description, Map<String, EnvironmentEdit> changes) {

    /** From the page of CreateRoutine. */
    private static final int DESCRIPTION_LIMIT = 50;

    static RoutineEdit of(OperationRequest request) throws ServiceRefusal {
        String description = request.parameters().get("Description");
        if (description != null && description.codePointCount(0, description.length()) > DESCRIPTION_LIMIT) {
            throw DcdnRefusal.generalError(
                    "(simulated) Description is longer than " + DESCRIPTION_LIMIT + " characters");
        }
        String conf = request.parameters().getOrDefault("EnvConf", "");
        JsonObject object = StrictJson.object(conf.isEmpty() ? "{}" : conf)
                .orElseThrow(() -> DcdnRefusal.generalError(
                        "(simulated) EnvConf must be a JSON object by environment, but is " + conf));
        Map<String, EnvironmentEdit> changes = new LinkedHashMap<>();
        for (Map.Entry<String, JsonElement> each : object.entrySet()) {
            changes.put(each.getKey(), EnvironmentEdit.of(each.getKey(), each.getValue()));
        }
        return new RoutineEdit(description, changes);
    }

    /** @param errors by environment; this method adds to it */
    SimulatedRoutine on(String name, SimulatedRoutine routine, Map<String, String> errors) throws ServiceRefusal {
        Map<String, SimulatedEnvironment> confs = new LinkedHashMap<>(routine.environments());
        for (Map.Entry<String, EnvironmentEdit> each : changes.entrySet()) {
            String environment = each.getKey();
            if (!confs.containsKey(environment) && !CanaryRegions.isCanary(environment)) {
                errors.put(environment, "(simulated) there is no environment " + environment);
                continue;
            }
            SimulatedEnvironment before = confs.getOrDefault(environment, SimulatedEnvironment.NEW);
            SimulatedEnvironment after = each.getValue().on(before);
            // The revision that already runs is accepted, also staged code.
            String revision = after.codeRevision();
            if (revision != null && !revision.equals(before.codeRevision()) && !routine.holds(revision)) {
                throw DcdnRefusal.noRevision(name, revision);
            }
            confs.put(environment, after);
        }
        return routine.edited(description == null ? routine.description() : description, confs);
    }
}
