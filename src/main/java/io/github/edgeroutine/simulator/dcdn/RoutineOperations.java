// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import com.google.gson.JsonObject;
import io.github.edgeroutine.simulator.OperationRequest;
import io.github.edgeroutine.simulator.SimulatedOperation;
import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import io.github.edgeroutine.simulator.wire.StrictJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The operations on routines, one method each. */
final class RoutineOperations {

    private final SimulatedRoutines routines;

    RoutineOperations(SimulatedRoutines routines) {
        this.routines = routines;
    }

    Map<String, SimulatedOperation> byName() {
        return Map.of(
                "PublishRoutineCodeRevision", this::publishRoutineCodeRevision,
                "EditRoutineConf", this::editRoutineConf,
                "DescribeRoutine", this::describeRoutine,
                "DescribeRoutineUserInfo", this::describeRoutineUserInfo);
    }

    private JsonObject publishRoutineCodeRevision(OperationRequest request) throws ServiceRefusal {
        String name = request.mandatory("Name");
        String revision = request.mandatory("SelectCodeRevision");
        List<String> environments = environments(request.mandatory("Envs"));
        routines.publish(name, revision, environments);
        return DcdnContent.of("CodeRevision", revision);
    }

    /**
     * The documents say only what Content is about: the errors, and the number of the latest configuration. The names
     * in it are invented, and the number is the time.
     */
    private JsonObject editRoutineConf(OperationRequest request) throws ServiceRefusal {
        String name = request.mandatory("Name");
        RoutineEdit edit = RoutineEdit.of(request);
        Map<String, String> errors = new LinkedHashMap<>();
        routines.change(name, routine -> edit.on(name, routine, errors));
        JsonObject byEnvironment = new JsonObject();
        errors.forEach(byEnvironment::addProperty);
        JsonObject content = new JsonObject();
        content.add("Errors", byEnvironment);
        content.addProperty("ConfVersion", String.valueOf(System.currentTimeMillis()));
        return DcdnContent.of(content);
    }

    private JsonObject describeRoutine(OperationRequest request) throws ServiceRefusal {
        return DcdnContent.of(RoutineJson.of(routines.held(request.mandatory("Name"))));
    }

    private JsonObject describeRoutineUserInfo(OperationRequest request) {
        return DcdnContent.of(RoutineJson.of(routines.all()));
    }

    /** A JSON array of names. What the service says to anything else is not known. */
    private static List<String> environments(String text) throws ServiceRefusal {
        return StrictJson.strings(text)
                .filter(names -> !names.isEmpty())
                .orElseThrow(() -> DcdnRefusal.generalError(
                        "(simulated) Envs must be a JSON array of environment names, but is " + text));
    }
}
