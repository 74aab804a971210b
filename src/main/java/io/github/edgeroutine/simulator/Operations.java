// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The simulated operations, one method each: here those on routines, and the way to all of them. */
final class Operations {

    private static final String VERSION = "2018-01-15";

    private final Account account;
    private final Map<String, Operation> byName = new HashMap<>();

    Operations(Account account, CodeOperations code) {
        this.account = account;
        byName.putAll(code.byName());
        byName.put("PublishRoutineCodeRevision", this::publishRoutineCodeRevision);
        byName.put("EditRoutineConf", this::editRoutineConf);
        byName.put("DescribeRoutine", this::describeRoutine);
        byName.put("DescribeRoutineUserInfo", this::describeRoutineUserInfo);
    }

    JsonObject perform(Request request) throws Refusal {
        if (request.call().action().isEmpty()) {
            throw Refusal.missing("Action");
        }
        Operation operation = byName.get(request.call().action());
        boolean isRpc = request.path().equals("/") && request.call().method().matches("GET|POST");
        if (operation == null || !isRpc || !request.version().equals(VERSION)) {
            throw Refusal.unknownOperation();
        }
        return operation.perform(request);
    }

    private JsonObject publishRoutineCodeRevision(Request request) throws Refusal {
        String name = request.mandatory("Name");
        String revision = request.mandatory("SelectCodeRevision");
        List<String> environments = environments(request.mandatory("Envs"));
        account.publishHeld(name, revision, environments);
        return Operation.content("CodeRevision", revision);
    }

    /**
     * Documented is only what Content is about: the errors and the number of the latest configuration. The names in
     * it are invented, and the number is the time.
     */
    private JsonObject editRoutineConf(Request request) throws Refusal {
        String name = request.mandatory("Name");
        Edit edit = Edit.of(request);
        Map<String, String> errors = new LinkedHashMap<>();
        account.change(name, routine -> edit.on(name, routine, errors));
        JsonObject byEnvironment = new JsonObject();
        errors.forEach(byEnvironment::addProperty);
        JsonObject content = new JsonObject();
        content.add("Errors", byEnvironment);
        content.addProperty("ConfVersion", String.valueOf(System.currentTimeMillis()));
        return Operation.content(content);
    }

    private JsonObject describeRoutine(Request request) throws Refusal {
        return Operation.content(Description.of(account.routine(request.mandatory("Name"))));
    }

    private JsonObject describeRoutineUserInfo(Request request) {
        return Operation.content(Description.of(account.routines()));
    }

    /** A JSON array of names. What the service says to anything else is not known. */
    private static List<String> environments(String text) throws Refusal {
        return StrictJson.strings(text)
                .filter(names -> !names.isEmpty())
                .orElseThrow(() -> Refusal.generalError(
                        "(simulated) Envs must be a JSON array of environment names, but is " + text));
    }
}
