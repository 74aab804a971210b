// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.esa;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.edgeroutine.simulator.JsonTree;
import io.github.edgeroutine.simulator.OddAnswer;
import io.github.edgeroutine.simulator.wire.Base64Encoding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Unusual answers of ESA. */
public enum OddEsaAnswer implements OddAnswer {

    /** The order is not documented. */
    SHUFFLED(answer -> Stream.of("CodeVersions", "Envs", "Routines")
            .forEach(name -> JsonTree.list(answer, name).ifPresent(JsonTree::shuffle))),
    /** Clients accept null if nothing was deployed. */
    NULL_CODE_DEPLOY(answer -> empty(answer).forEach(each -> each.add("CodeDeploy", JsonNull.INSTANCE))),
    /** Clients accept a deployment without versions if nothing was deployed. */
    EMPTY_CODE_DEPLOY(answer -> empty(answer).forEach(each -> {
        JsonObject deployment = new JsonObject();
        deployment.add("CodeVersions", new JsonArray());
        each.add("CodeDeploy", deployment);
    })),
    /** Clients accept a routine without Envs. */
    NO_ENVS(answer -> {
        if (environments(answer).allMatch(each -> !each.has("CodeDeploy"))) {
            answer.remove("Envs");
        }
    }),
    /** One client reads the version next to the name of its environment. */
    CODE_VERSION_IN_ENVS(answer -> environments(answer).forEach(each -> {
        if (each.remove("CodeDeploy") instanceof JsonObject deployment) {
            each.add("CodeVersion", first(deployment).get("CodeVersion"));
        }
    })),
    /** The examples have numbers. The models have text. */
    NUMBERS_FOR_TEXT(answer -> Stream.of(
                    "CodeVersion",
                    "DeployId",
                    "DeploymentId",
                    "ErRoutineQuota",
                    "ErRoutineCodeVersionQuota",
                    "ErRoutineRouteSiteCountQuota")
            .forEach(name -> JsonTree.replace(answer, name, JsonTree::number))),
    /** The reverse. */
    TEXT_FOR_NUMBERS(answer -> Stream.of("Percentage", "BuildId", "PageNumber", "PageSize", "TotalCount")
            .forEach(name -> JsonTree.replace(answer, name, JsonPrimitive::new))),
    /** The list contains an entry for staged code, whether code is staged or not. */
    UNSTABLE_IN_LIST(answer -> versions(answer).ifPresent(list -> {
        if (list.asList().stream().noneMatch(OddEsaAnswer::isUnstable)) {
            list.add(unstable());
        }
    })),
    /** The list does not contain staged code. */
    NO_UNSTABLE_IN_LIST(
            answer -> versions(answer).ifPresent(list -> list.asList().removeIf(OddEsaAnswer::isUnstable))),
    /** Staging seems to run staged code, although nothing was deployed there. */
    UNSTABLE_IN_STAGING(answer -> empty(answer)
            .filter(each -> each.get("Env").getAsString().equals("staging"))
            .forEach(each -> {
                JsonObject deployment = new JsonObject();
                deployment.add("CodeVersions", EsaRoutineJson.shares(Map.of(StoredVersion.UNSTABLE, 100)));
                each.add("CodeDeploy", deployment);
            })),
    /** A version without a status counts as available. */
    NO_STATUS(answer -> having(answer, "CodeVersion").forEach(each -> each.remove("Status"))),
    /** Older answers do not contain the environment of the variables of a version. */
    NO_DEPLOY_ENV(answer -> having(answer, "HasEnvVars").forEach(each -> {
        each.remove("HasEnvVars");
        each.remove("DeployEnv");
    })),
    /** One client expects the description of a routine as plain text, although the documents show Base64. */
    PLAIN_ROUTINE_DESCRIPTION(answer -> having(answer, "DefaultRelatedRecord")
            .forEach(each -> describe(each, text -> new JsonPrimitive(Base64Encoding.decode(text))))),
    /** Descriptions of versions are encoded like those of routines in the documents. */
    BASE64_CODE_DESCRIPTION(answer -> {
        JsonTree.replace(answer, "CodeDescription", OddEsaAnswer::encoded);
        having(answer, "Percentage").forEach(each -> JsonTree.replace(each, "Description", OddEsaAnswer::encoded));
    }),
    /** One example has nanoseconds. */
    NANOSECONDS(answer -> Stream.of("CreateTime", "CreationTime")
            .forEach(name -> JsonTree.replace(
                    answer, name, time -> new JsonPrimitive(time.replaceFirst("(\\.[0-9]+)?Z", ".883361712Z"))))),
    /** The example of code, and one of a description, have no padding. */
    NO_PADDING(answer -> {
        JsonTree.replace(answer, "RoutineCode", OddEsaAnswer::unpadded);
        having(answer, "DefaultRelatedRecord").forEach(each -> describe(each, OddEsaAnswer::unpadded));
    }),
    /** The service does not say which plan the account has. */
    NO_PLANS(answer ->
            JsonTree.list(answer, "PlanInfo").ifPresent(list -> list.asList().clear())),
    /** The service lists a plan that the account does not have. */
    TWO_PLANS(answer -> JsonTree.list(answer, "PlanInfo")
            .ifPresent(list -> list.asList().add(0, EsaRoutineOperations.of(EsaPlan.PAID))));

    private final Consumer<JsonObject> change;

    OddEsaAnswer(Consumer<JsonObject> change) {
        this.change = change;
    }

    @Override
    public void bend(JsonObject answer) {
        change.accept(answer);
    }

    /** The environments that run nothing. */
    private static Stream<JsonObject> empty(JsonObject answer) {
        return environments(answer).filter(each -> !each.has("CodeDeploy"));
    }

    private static Stream<JsonObject> environments(JsonObject answer) {
        return having(answer, "Env");
    }

    private static Stream<JsonObject> having(JsonObject answer, String name) {
        List<JsonObject> found =
                JsonTree.objects(answer).stream().filter(each -> each.has(name)).toList();
        return found.stream();
    }

    /** Only in the answer that lists versions. */
    private static Optional<JsonArray> versions(JsonObject answer) {
        return JsonTree.list(answer, "CodeVersions").filter(list -> answer.has("TotalCount"));
    }

    /** Only the routine, without the versions that it runs. */
    private static void describe(JsonObject routine, Function<String, JsonElement> change) {
        routine.add("Description", change.apply(routine.get("Description").getAsString()));
    }

    private static JsonObject first(JsonObject deployment) {
        return deployment.getAsJsonArray("CodeVersions").get(0).getAsJsonObject();
    }

    private static boolean isUnstable(JsonElement version) {
        return new JsonPrimitive(StoredVersion.UNSTABLE)
                .equals(version.getAsJsonObject().get("CodeVersion"));
    }

    private static JsonObject unstable() {
        JsonObject version = new JsonObject();
        version.addProperty("CodeVersion", StoredVersion.UNSTABLE);
        return version;
    }

    private static JsonElement encoded(String text) {
        return new JsonPrimitive(Base64Encoding.encode(text));
    }

    private static JsonElement unpadded(String base64) {
        return new JsonPrimitive(base64.replace("=", ""));
    }
}
