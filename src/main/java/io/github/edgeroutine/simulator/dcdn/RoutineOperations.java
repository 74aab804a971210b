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

    /** From the page of the console. */
    private static final String NAME = "[a-z0-9-]{2,}";

    private final SimulatedRoutines routines;

    RoutineOperations(SimulatedRoutines routines) {
        this.routines = routines;
    }

    Map<String, SimulatedOperation> byName() {
        return Map.of(
                "CreateRoutine", this::createRoutine,
                "PublishRoutineCodeRevision", this::publishRoutineCodeRevision,
                "EditRoutineConf", this::editRoutineConf,
                "DescribeRoutine", this::describeRoutine,
                "DescribeRoutineRelatedDomains", this::describeRoutineRelatedDomains,
                "DeleteRoutineConfEnvs", this::deleteRoutineConfEnvs,
                "DeleteRoutine", this::deleteRoutine);
    }

    /** The page says which environments can be configured. It has no code for a wrong or used name. */
    private JsonObject createRoutine(OperationRequest request) throws ServiceRefusal {
        String name = request.mandatory("Name");
        if (!name.matches(NAME)) {
            throw DcdnRefusal.generalError(
                    "(simulated) Name must be at least two lowercase letters, digits and hyphens, but is " + name);
        }
        RoutineEdit edit = RoutineEdit.of(request);
        if (!SimulatedEnvironment.FIXED.containsAll(edit.changes().keySet())) {
            throw DcdnRefusal.generalError("(simulated) a new routine can have only the environments "
                    + SimulatedEnvironment.FIXED + ": " + edit.changes().keySet());
        }
        routines.create(name, edit.on(name, SimulatedRoutine.created(SimulatedRoutines.now()), new LinkedHashMap<>()));
        return DcdnContent.of("Status", "OK");
    }

    private JsonObject publishRoutineCodeRevision(OperationRequest request) throws ServiceRefusal {
        String name = request.mandatory("Name");
        String revision = request.mandatory("SelectCodeRevision");
        List<String> environments = environments(request.mandatory("Envs"));
        routines.publish(name, revision, environments);
        return DcdnContent.of("CodeRevision", revision);
    }

    /**
     * The documents only describe Content: the errors, and the number of the latest configuration. The names of the
     * members are invented, and the number is the time.
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

    /** Which domains count as related is not documented. Here they are the allowed hosts of its environments. */
    private JsonObject describeRoutineRelatedDomains(OperationRequest request) throws ServiceRefusal {
        List<String> domains = routines.held(request.mandatory("Name")).environments().values().stream()
                .flatMap(conf -> conf.allowedHosts().stream())
                .distinct()
                .toList();
        return DcdnContent.of("Domains", domains);
    }

    private JsonObject deleteRoutineConfEnvs(OperationRequest request) throws ServiceRefusal {
        String name = request.mandatory("Name");
        routines.remove(name, environments(request.mandatory("Envs")));
        return DcdnContent.of("Status", "OK");
    }

    /** It is not documented whether the real service refuses to delete a routine that runs. */
    private JsonObject deleteRoutine(OperationRequest request) throws ServiceRefusal {
        routines.delete(request.mandatory("Name"));
        return DcdnContent.of("Status", "OK");
    }

    /** A JSON array of names. The answer of the real service to other values is not known. */
    private static List<String> environments(String text) throws ServiceRefusal {
        return StrictJson.strings(text)
                .filter(names -> !names.isEmpty())
                .orElseThrow(() -> DcdnRefusal.generalError(
                        "(simulated) Envs must be a JSON array of environment names, but is " + text));
    }
}
