// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import com.google.gson.JsonObject;
import io.github.edgeroutine.simulator.RpcRequest;
import io.github.edgeroutine.simulator.ServiceRefusal;
import io.github.edgeroutine.simulator.SimulatedOperation;
import io.github.edgeroutine.simulator.store.SimulatedStore;
import io.github.edgeroutine.simulator.store.UploadPolicy;
import java.net.URI;
import java.util.Map;

/** The operations on code and its revisions. */
public final class CodeOperations {

    private final DcdnAccount account;
    private final SimulatedStore store;
    private final URI endpoint;

    public CodeOperations(DcdnAccount account, SimulatedStore store, URI endpoint) {
        this.account = account;
        this.store = store;
        this.endpoint = endpoint;
    }

    public Map<String, SimulatedOperation> byName() {
        return Map.of(
                "UploadStagingRoutineCode", this::uploadStagingRoutineCode,
                "CommitStagingRoutineCode", this::commitStagingRoutineCode,
                "DescribeRoutineCodeRevision", this::describeRoutineCodeRevision,
                "DeleteRoutineCodeRevision", this::deleteRoutineCodeRevision);
    }

    /** Which CodeRevision it answers is not documented; staged code is called unstable in the documents. */
    private JsonObject uploadStagingRoutineCode(RpcRequest request) throws ServiceRefusal {
        String name = request.mandatory("Name");
        StagedCode.demandRoom(account.routine(name));
        UploadPolicy ticket = store.ticket(name, request.parameters().getOrDefault("CodeDescription", ""));
        JsonObject config = new JsonObject();
        ticket.fields().forEach(config::addProperty);
        config.addProperty("Url", endpoint.resolve(store.path()).toString());
        JsonObject content = new JsonObject();
        content.addProperty("CodeRevision", StagedCode.UNSTABLE);
        content.add("OssPostConfig", config);
        return SimulatedOperation.content(content);
    }

    private JsonObject commitStagingRoutineCode(RpcRequest request) throws ServiceRefusal {
        String name = request.mandatory("Name");
        return SimulatedOperation.content(
                "CodeRevision", account.commitStaged(name, request.mandatory("CodeDescription")));
    }

    private JsonObject describeRoutineCodeRevision(RpcRequest request) throws ServiceRefusal {
        String name = request.mandatory("Name");
        String id = request.mandatory("SelectCodeRevision");
        StoredRevision revision =
                account.routine(name).revision(id).orElseThrow(() -> ServiceRefusal.noRevision(name, id));
        return SimulatedOperation.content(RoutineJson.withCode(revision));
    }

    /** Whether the real service refuses to delete what runs is not documented. */
    private JsonObject deleteRoutineCodeRevision(RpcRequest request) throws ServiceRefusal {
        String name = request.mandatory("Name");
        String id = request.mandatory("SelectCodeRevision");
        account.change(name, routine -> {
            if (!routine.holds(id)) {
                throw ServiceRefusal.noRevision(name, id);
            }
            if (routine.runs(id)) {
                throw ServiceRefusal.generalError(
                        "(simulated) the code revision " + id + " of the routine " + name + " runs in an environment");
            }
            return routine.without(id);
        });
        return SimulatedOperation.content("Status", "OK");
    }
}
