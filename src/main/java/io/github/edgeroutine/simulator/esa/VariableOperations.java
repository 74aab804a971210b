// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.esa;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.edgeroutine.simulator.OperationRequest;
import io.github.edgeroutine.simulator.SimulatedOperation;
import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import io.github.edgeroutine.simulator.wire.StrictJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The operations on function variables. Their limits are those of the official command line. It is a guess that the
 * service skips a variable that exceeds them and sets the others. The documents only say that the answer lists the
 * variables that were set.
 */
final class VariableOperations {

    private static final int LIMIT = 50;
    private static final int LONGEST_VALUE = 200;
    private static final String KEY = "[A-Za-z0-9_]{1,100}";
    private static final Set<String> RESERVED = Set.of("__proto__", "constructor", "prototype");

    private final HeldRoutines routines;

    VariableOperations(HeldRoutines routines) {
        this.routines = routines;
    }

    Map<String, SimulatedOperation> byName() {
        return Map.of(
                "SetRoutineEnvironmentVariables", this::setRoutineEnvironmentVariables,
                "ListRoutineEnvironmentVariables", this::listRoutineEnvironmentVariables,
                "DeleteRoutineEnvironmentVariables", this::deleteRoutineEnvironmentVariables);
    }

    private JsonObject setRoutineEnvironmentVariables(OperationRequest request) throws ServiceRefusal {
        String environment = EsaEnvironments.mandatory(request);
        Map<String, StoredVariable> wanted = wanted(request.mandatory("EnvironmentVariables"));
        JsonArray done = new JsonArray();
        routines.write(request, routine -> {
            Map<String, StoredVariable> values = new LinkedHashMap<>(routine.variablesOf(environment));
            wanted.forEach((key, variable) -> {
                boolean isFull = values.size() >= LIMIT && !values.containsKey(key);
                if (key.matches(KEY) && !RESERVED.contains(key) && !isFull) {
                    values.put(key, variable);
                    done.add(key);
                }
            });
            return routine.withVariables(environment, values);
        });
        JsonObject answer = new JsonObject();
        answer.add("SetKeys", done);
        return answer;
    }

    /** It is not documented whether the value of a secret is shown. Here it is empty. */
    private JsonObject listRoutineEnvironmentVariables(OperationRequest request) throws ServiceRefusal {
        String environment = EsaEnvironments.mandatory(request);
        ListPage page = ListPage.of(request, LIMIT);
        Map<String, StoredVariable> values = routines.named(request).variablesOf(environment);
        List<String> found = values.keySet().stream()
                .filter(key -> key.contains(request.optional("KeyWord")))
                .toList();
        JsonObject shown = new JsonObject();
        page.of(found).forEach(key -> shown.add(key, json(values.get(key))));
        JsonObject answer = new JsonObject();
        answer.add("EnvironmentVariables", shown);
        answer.addProperty("Count", shown.size());
        page.into(answer, found.size());
        return answer;
    }

    private JsonObject deleteRoutineEnvironmentVariables(OperationRequest request) throws ServiceRefusal {
        String environment = EsaEnvironments.mandatory(request);
        String text = request.mandatory("EnvironmentVariableKeys");
        List<String> keys = StrictJson.strings(text)
                .orElseThrow(() ->
                        EsaRefusal.invalid("EnvironmentVariableKeys must be a JSON array of texts, but is " + text));
        JsonArray deleted = new JsonArray();
        JsonArray failed = new JsonArray();
        routines.write(request, routine -> {
            Map<String, StoredVariable> values = new LinkedHashMap<>(routine.variablesOf(environment));
            keys.forEach(key -> (values.remove(key) == null ? failed : deleted).add(key));
            return routine.withVariables(environment, values);
        });
        JsonObject answer = new JsonObject();
        answer.add("DeletedKeys", deleted);
        answer.add("FailedKeys", failed);
        return answer;
    }

    /** The refusals do not repeat the parameter, because it may contain secrets. */
    private static Map<String, StoredVariable> wanted(String text) throws ServiceRefusal {
        JsonObject json = StrictJson.object(text).orElseThrow(VariableOperations::wrong);
        Map<String, StoredVariable> wanted = new LinkedHashMap<>();
        for (Map.Entry<String, JsonElement> each : json.entrySet()) {
            wanted.put(each.getKey(), variable(each.getValue()));
        }
        return wanted;
    }

    private static StoredVariable variable(JsonElement json) throws ServiceRefusal {
        Map<String, String> members = json.isJsonObject() ? StrictJson.texts(json.getAsJsonObject()) : Map.of();
        String type = members.getOrDefault("Type", "");
        String value = members.get("Value");
        if (!Set.of(StoredVariable.PLAIN, StoredVariable.SECRET).contains(type)
                || value == null
                || value.length() > LONGEST_VALUE) {
            throw wrong();
        }
        return StoredVariable.of(type, value);
    }

    private static ServiceRefusal wrong() {
        return EsaRefusal.invalid("EnvironmentVariables must be a JSON object by key, with the Type plain_text or"
                + " secret_text and a Value of at most " + LONGEST_VALUE + " characters");
    }

    private static JsonObject json(StoredVariable variable) {
        JsonObject json = new JsonObject();
        json.addProperty("Type", variable.type());
        json.addProperty("Value", variable.value());
        return json;
    }
}
