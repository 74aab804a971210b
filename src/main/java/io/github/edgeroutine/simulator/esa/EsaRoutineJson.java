// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.esa;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.edgeroutine.simulator.wire.Base64Encoding;
import java.util.Locale;
import java.util.Map;

/** Routines in the answers of GetRoutine and ListUserRoutines. Their descriptions are Base64, as in the documents. */
final class EsaRoutineJson {

    private EsaRoutineJson() {}

    static JsonObject of(String name, StoredRoutine routine) {
        JsonArray environments = new JsonArray();
        EsaEnvironments.ALL.forEach(environment -> environments.add(environment(environment, routine)));
        JsonObject answer = common(name, routine);
        answer.add("Envs", environments);
        return answer;
    }

    static JsonObject ofListed(String name, StoredRoutine routine) {
        JsonObject item = new JsonObject();
        item.addProperty("RoutineName", name);
        item.asMap().putAll(common(name, routine).asMap());
        return item;
    }

    private static JsonObject common(String name, StoredRoutine routine) {
        JsonObject answer = new JsonObject();
        answer.addProperty("CreateTime", routine.createTime());
        answer.addProperty("Description", Base64Encoding.encode(routine.description()));
        answer.addProperty(
                "HasAssets", routine.hasAssets() || routine.versions().stream().anyMatch(EsaRoutineJson::hasAssets));
        // Eight hexadecimal digits, as on public sites.
        answer.addProperty(
                "DefaultRelatedRecord",
                name + "." + String.format(Locale.ROOT, "%08x", name.hashCode()) + ".er.aliyun-esa.net");
        return answer;
    }

    private static boolean hasAssets(StoredVersion version) {
        return version.assets() != null && version.assets().found();
    }

    /** Without CodeDeploy if nothing was deployed. */
    private static JsonObject environment(String environment, StoredRoutine routine) {
        JsonObject json = new JsonObject();
        json.addProperty("Env", environment);
        StoredDeployment deployment = routine.deployments().get(environment);
        if (deployment != null) {
            json.add("CodeDeploy", of(deployment, routine));
        }
        return json;
    }

    private static JsonObject of(StoredDeployment deployment, StoredRoutine routine) {
        JsonArray shares = shares(deployment.shares());
        shares.forEach(each -> routine.version(
                        each.getAsJsonObject().get("CodeVersion").getAsString())
                .ifPresent(version -> {
                    each.getAsJsonObject().addProperty("Description", version.description());
                    each.getAsJsonObject().addProperty("CreateTime", version.createTime());
                }));
        JsonObject json = new JsonObject();
        json.addProperty("DeployId", deployment.id());
        json.addProperty("CreationTime", deployment.creationTime());
        json.addProperty("Strategy", DeploymentOperations.PERCENTAGE);
        json.add("CodeVersions", shares);
        return json;
    }

    static JsonArray shares(Map<String, Integer> shares) {
        JsonArray list = new JsonArray();
        shares.forEach((version, percentage) -> {
            JsonObject share = new JsonObject();
            share.addProperty("CodeVersion", version);
            share.addProperty("Percentage", percentage);
            list.add(share);
        });
        return list;
    }
}
