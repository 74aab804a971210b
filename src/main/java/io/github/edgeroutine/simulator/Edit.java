// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What EditRoutineConf asks for. Only an environment of an unknown name is refused alone; that all else that is wrong
 * has the whole call refused is not documented.
 *
 * @param description {@code null} leaves it as it is; the empty string removes it
 * @param changes by environment
 */
record Edit(String description, Map<String, EnvironmentChange> changes) {

    /** Of the page of CreateRoutine. */
    private static final int DESCRIPTION_LIMIT = 50;

    static Edit of(Request request) throws Refusal {
        String description = request.parameters().get("Description");
        if (description != null && description.codePointCount(0, description.length()) > DESCRIPTION_LIMIT) {
            throw Refusal.generalError("(simulated) Description is longer than " + DESCRIPTION_LIMIT + " characters");
        }
        String conf = request.parameters().getOrDefault("EnvConf", "");
        JsonObject object = StrictJson.object(conf.isEmpty() ? "{}" : conf)
                .orElseThrow(() -> Refusal.generalError(
                        "(simulated) EnvConf must be a JSON object by environment, but is " + conf));
        Map<String, EnvironmentChange> changes = new LinkedHashMap<>();
        for (Map.Entry<String, JsonElement> each : object.entrySet()) {
            changes.put(each.getKey(), EnvironmentChange.of(each.getKey(), each.getValue()));
        }
        return new Edit(description, changes);
    }

    /** @param errors by environment, filled in here */
    Routine on(String name, Routine routine, Map<String, String> errors) throws Refusal {
        Map<String, EnvironmentConf> confs = new LinkedHashMap<>(routine.environments());
        for (Map.Entry<String, EnvironmentChange> each : changes.entrySet()) {
            String environment = each.getKey();
            if (!confs.containsKey(environment) && !Regions.isCanary(environment)) {
                errors.put(environment, "(simulated) there is no environment " + environment);
                continue;
            }
            EnvironmentConf before = confs.getOrDefault(environment, EnvironmentConf.NEW);
            EnvironmentConf after = each.getValue().on(before);
            // What runs already may be named again, staged code too.
            String revision = after.codeRevision();
            if (revision != null && !revision.equals(before.codeRevision()) && !routine.holds(revision)) {
                throw Refusal.noRevision(name, revision);
            }
            confs.put(environment, after);
        }
        return routine.edited(description == null ? routine.description() : description, confs);
    }
}
