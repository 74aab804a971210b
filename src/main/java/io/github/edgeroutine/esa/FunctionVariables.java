// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.esa;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.edgeroutine.cloud.RpcAnswer;
import io.github.edgeroutine.cloud.RpcOperation;
import io.github.edgeroutine.cloud.SignedRpc;
import io.github.edgeroutine.cloud.text.JsonText;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.Variable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The function variables of an environment. No message quotes an answer about them, or a secret that was sent. */
record FunctionVariables(SignedRpc rpc, RoutineName routine, Environment environment) {

    private static final String MEMBER = "EnvironmentVariables";
    private static final String SECRET = "secret_text";

    /** Pages of twenty variables each: many more than an environment can have. */
    private static final int PAGES = 10;

    private static final int SIZE = 20;

    /** The variables whose name can be printed. */
    Map<String, Variable> all() throws CallFailedException {
        Map<String, Variable> all = new LinkedHashMap<>();
        boolean isFollowed = true;
        for (int page = 1; isFollowed && page <= PAGES; page++) {
            Map<String, String> parameters = parameters(EsaRoutines.paged(page));
            JsonObject read =
                    rpc.call(RpcOperation.read(EsaAction.VARIABLES.action(), parameters, FunctionVariables::page)
                            .secret());
            all.putAll(usable(read));
            isFollowed = read.size() >= SIZE;
        }
        return all;
    }

    static JsonObject page(RpcAnswer answer) throws CallFailedException {
        if (!answer.body().has(MEMBER) && !answer.body().has("TotalCount")) {
            throw answer.unreadable();
        }
        return answer.object(answer.body().get(MEMBER));
    }

    static Map<String, Variable> usable(JsonObject page) {
        Map<String, Variable> usable = new LinkedHashMap<>();
        for (Map.Entry<String, JsonElement> each : page.entrySet()) {
            if (each.getKey().matches("\\w{1,100}") && each.getValue() instanceof JsonObject variable) {
                usable.put(each.getKey(), variable(variable));
            }
        }
        return usable;
    }

    private static Variable variable(JsonObject json) {
        return new Variable(
                JsonText.text(json, "Value").orElse(""),
                JsonText.text(json, "Type").filter(SECRET::equals).isPresent());
    }

    /** {@code SetRoutineEnvironmentVariables}. Variables that are not sent do not change. */
    Set<String> set(Map<String, Variable> variables) throws CallFailedException {
        JsonObject json = new JsonObject();
        variables.forEach((name, variable) -> {
            JsonObject one = new JsonObject();
            one.addProperty("Type", variable.isSecret() ? SECRET : "plain_text");
            one.addProperty("Value", variable.value());
            json.add(name, one);
        });
        return rpc.hiding(variables.values().stream()
                        .filter(Variable::isSecret)
                        .map(Variable::value)
                        .toList())
                .call(RpcOperation.write(
                                EsaAction.SET_VARIABLES.action(),
                                parameters(Map.of(MEMBER, json.toString())),
                                FunctionVariables::setKeys)
                        .secret());
    }

    static Set<String> setKeys(RpcAnswer answer) throws CallFailedException {
        if (!answer.body().has("SetKeys")) {
            throw answer.unreadable();
        }
        Set<String> keys = new LinkedHashSet<>();
        for (JsonElement key : answer.list(answer.body().get("SetKeys"))) {
            if (key.isJsonPrimitive()) {
                keys.add(key.getAsString());
            }
        }
        return keys;
    }

    private Map<String, String> parameters(Map<String, String> more) {
        Map<String, String> parameters = new HashMap<>(more);
        parameters.put("Name", routine.text());
        parameters.put("Env", environment.name());
        return parameters;
    }
}
