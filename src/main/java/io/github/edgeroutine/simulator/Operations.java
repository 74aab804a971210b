package io.github.edgeroutine.simulator;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The simulated operations, one method each. */
final class Operations {

    private static final String VERSION = "2018-01-15";
    private static final Gson STRICT =
            new GsonBuilder().setStrictness(Strictness.STRICT).create();

    @FunctionalInterface
    private interface Operation {

        /** The body of the answer, still without its request id. */
        JsonObject perform(Request request) throws Refusal;
    }

    private final Account account;
    private final Map<String, Operation> byName = Map.of(
            "PublishRoutineCodeRevision", this::publishRoutineCodeRevision,
            "DescribeRoutine", this::describeRoutine,
            "DescribeRoutineUserInfo", this::describeRoutineUserInfo);

    Operations(Account account) {
        this.account = account;
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
        JsonObject content = new JsonObject();
        content.addProperty("CodeRevision", revision);
        return content(content);
    }

    private JsonObject describeRoutine(Request request) throws Refusal {
        return content(Description.of(account.routine(request.mandatory("Name"))));
    }

    private JsonObject describeRoutineUserInfo(Request request) {
        return content(Description.of(account.routines()));
    }

    private static JsonObject content(JsonElement content) {
        JsonObject body = new JsonObject();
        body.add("Content", content);
        return body;
    }

    /** A JSON array of names. What the service says to anything else is not known. */
    private static List<String> environments(String text) throws Refusal {
        List<String> environments = new ArrayList<>();
        for (JsonElement element : array(text)) {
            if (!element.isJsonPrimitive() || !element.getAsJsonPrimitive().isString()) {
                throw wrongEnvironments(text);
            }
            environments.add(element.getAsString());
        }
        if (environments.isEmpty()) {
            throw wrongEnvironments(text);
        }
        return environments;
    }

    private static JsonArray array(String text) throws Refusal {
        try {
            JsonArray array = STRICT.fromJson(text, JsonArray.class);
            return array == null ? new JsonArray() : array;
        } catch (JsonParseException e) {
            throw wrongEnvironments(text);
        }
    }

    private static Refusal wrongEnvironments(String text) {
        return Refusal.generalError("(simulated) Envs must be a JSON array of environment names, but is " + text);
    }
}
