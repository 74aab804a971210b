// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import com.google.gson.JsonObject;
import io.github.edgeroutine.simulator.RpcRequest;
import io.github.edgeroutine.simulator.ServiceRefusal;
import io.github.edgeroutine.simulator.SimulatedOperation;
import io.github.edgeroutine.simulator.StrictJson;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The simulated operations, one method each: here those on routines, and the way to all of them. */
public final class SimulatedDcdn {

    private static final String VERSION = "2018-01-15";

    private final DcdnAccount account;
    private final Map<String, SimulatedOperation> byName = new HashMap<>();

    public SimulatedDcdn(DcdnAccount account, CodeOperations code) {
        this.account = account;
        byName.putAll(code.byName());
        byName.put("PublishRoutineCodeRevision", this::publishRoutineCodeRevision);
        byName.put("EditRoutineConf", this::editRoutineConf);
        byName.put("DescribeRoutine", this::describeRoutine);
        byName.put("DescribeRoutineUserInfo", this::describeRoutineUserInfo);
    }

    public JsonObject perform(RpcRequest request) throws ServiceRefusal {
        if (request.call().action().isEmpty()) {
            throw ServiceRefusal.missing("Action");
        }
        SimulatedOperation operation = byName.get(request.call().action());
        boolean isRpc = request.path().equals("/") && request.call().method().matches("GET|POST");
        if (operation == null || !isRpc || !request.version().equals(VERSION)) {
            throw ServiceRefusal.unknownOperation();
        }
        return operation.perform(request);
    }

    private JsonObject publishRoutineCodeRevision(RpcRequest request) throws ServiceRefusal {
        String name = request.mandatory("Name");
        String revision = request.mandatory("SelectCodeRevision");
        List<String> environments = environments(request.mandatory("Envs"));
        account.publishHeld(name, revision, environments);
        return SimulatedOperation.content("CodeRevision", revision);
    }

    /**
     * Documented is only what Content is about: the errors and the number of the latest configuration. The names in
     * it are invented, and the number is the time.
     */
    private JsonObject editRoutineConf(RpcRequest request) throws ServiceRefusal {
        String name = request.mandatory("Name");
        RoutineEdit edit = RoutineEdit.of(request);
        Map<String, String> errors = new LinkedHashMap<>();
        account.change(name, routine -> edit.on(name, routine, errors));
        JsonObject byEnvironment = new JsonObject();
        errors.forEach(byEnvironment::addProperty);
        JsonObject content = new JsonObject();
        content.add("Errors", byEnvironment);
        content.addProperty("ConfVersion", String.valueOf(System.currentTimeMillis()));
        return SimulatedOperation.content(content);
    }

    private JsonObject describeRoutine(RpcRequest request) throws ServiceRefusal {
        return SimulatedOperation.content(RoutineJson.of(account.routine(request.mandatory("Name"))));
    }

    private JsonObject describeRoutineUserInfo(RpcRequest request) {
        return SimulatedOperation.content(RoutineJson.of(account.routines()));
    }

    /** A JSON array of names. What the service says to anything else is not known. */
    private static List<String> environments(String text) throws ServiceRefusal {
        return StrictJson.strings(text)
                .filter(names -> !names.isEmpty())
                .orElseThrow(() -> ServiceRefusal.generalError(
                        "(simulated) Envs must be a JSON array of environment names, but is " + text));
    }
}
