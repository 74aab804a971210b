// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.esa;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.edgeroutine.simulator.OperationRequest;
import io.github.edgeroutine.simulator.SimulatedOperation;
import io.github.edgeroutine.simulator.wire.Base64Encoding;
import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The operations on existing versions. */
final class VersionOperations {

    private static final int PAGES = 2;

    /** The documents show the beginning of such an answer in place of the code. */
    private static final String NO_SUCH_KEY = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n"
            + "  <Code>NoSuchKey</Code>\n  <Message>The specified key does not exist.</Message>\n</Error>\n";

    private final HeldRoutines routines;

    VersionOperations(HeldRoutines routines) {
        this.routines = routines;
    }

    Map<String, SimulatedOperation> byName() {
        return Map.of(
                "ListRoutineCodeVersions", this::listRoutineCodeVersions,
                "GetRoutineCodeVersion", this::getRoutineCodeVersion,
                "GetRoutineCodeVersionInfo", this::getRoutineCodeVersionInfo,
                "DeleteRoutineCodeVersion", this::deleteRoutineCodeVersion);
    }

    /** The newest version first, and staged code before the versions. Both are not documented. */
    private JsonObject listRoutineCodeVersions(OperationRequest request) throws ServiceRefusal {
        ListPage page = ListPage.of(request, PAGES);
        StoredRoutine routine = routines.named(request);
        List<StoredVersion> all = new ArrayList<>(routine.versions());
        if (routine.staged() != null) {
            all.add(routine.staged());
        }
        all.removeIf(each -> !each.description().contains(request.optional("SearchKeyWord")));
        Collections.reverse(all);
        JsonArray list = new JsonArray();
        page.of(all).forEach(each -> list.add(listed(each, request.time())));
        JsonObject answer = new JsonObject();
        answer.add("CodeVersions", list);
        page.into(answer, all.size());
        return answer;
    }

    /** The answer of the store is passed on to the client, also if the store has no such code. */
    private JsonObject getRoutineCodeVersion(OperationRequest request) throws ServiceRefusal {
        StoredVersion version = routines.version(request);
        JsonObject answer = new JsonObject();
        answer.addProperty("CodeDescription", version.description());
        answer.addProperty("CreateTime", version.createTime());
        answer.addProperty(
                "RoutineCode", version.assets() == null ? version.file() : Base64Encoding.encode(NO_SUCH_KEY));
        return answer;
    }

    private JsonObject getRoutineCodeVersionInfo(OperationRequest request) throws ServiceRefusal {
        StoredVersion version = routines.version(request);
        JsonObject answer = described(version, request.time());
        answer.addProperty(
                "HasAssets", version.assets() != null && version.assets().found());
        return answer;
    }

    private JsonObject deleteRoutineCodeVersion(OperationRequest request) throws ServiceRefusal {
        String id = request.mandatory("CodeVersion");
        routines.write(request, routine -> {
            if (!routine.holds(id)) {
                throw EsaRefusal.noVersion(request.optional("Name"), id);
            }
            if (routine.runs(id)) {
                throw EsaRefusal.dependedByOthers();
            }
            return routine.without(id);
        });
        return EsaRoutineOperations.ok();
    }

    /** Only newer answers contain the environment of the variables. */
    private static JsonObject listed(StoredVersion version, Instant now) {
        JsonObject json = described(version, now);
        if (version.deployEnv() != null) {
            json.addProperty("DeployEnv", version.deployEnv());
        }
        json.addProperty("HasEnvVars", !version.variables().isEmpty());
        return json;
    }

    private static JsonObject described(StoredVersion version, Instant now) {
        JsonObject json = new JsonObject();
        json.addProperty("CodeVersion", version.id());
        json.addProperty("CodeDescription", version.description());
        json.addProperty("CreateTime", version.createTime());
        json.addProperty("Status", version.status(now));
        if (version.assets() != null) {
            json.addProperty("ExtraInfo", version.assets().extraInfo());
            if (version.assets().buildId() != null) {
                json.addProperty("BuildId", version.assets().buildId());
            }
            if (version.assets().notFoundStrategy() != null) {
                JsonObject options = new JsonObject();
                options.addProperty("NotFoundStrategy", version.assets().notFoundStrategy());
                json.add("ConfOptions", options);
            }
        }
        return json;
    }
}
