// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import com.google.gson.JsonObject;
import java.net.URI;
import java.util.Map;

/** The operations on code and its revisions. */
final class CodeOperations {

    private final Account account;
    private final ObjectStore store;
    private final URI endpoint;

    CodeOperations(Account account, ObjectStore store, URI endpoint) {
        this.account = account;
        this.store = store;
        this.endpoint = endpoint;
    }

    Map<String, Operation> byName() {
        return Map.of(
                "UploadStagingRoutineCode", this::uploadStagingRoutineCode,
                "CommitStagingRoutineCode", this::commitStagingRoutineCode,
                "DescribeRoutineCodeRevision", this::describeRoutineCodeRevision,
                "DeleteRoutineCodeRevision", this::deleteRoutineCodeRevision);
    }

    /** Which CodeRevision it answers is not documented; staged code is called unstable in the documents. */
    private JsonObject uploadStagingRoutineCode(Request request) throws Refusal {
        String name = request.mandatory("Name");
        Staging.demandRoom(account.routine(name));
        Ticket ticket = store.ticket(name, request.parameters().getOrDefault("CodeDescription", ""));
        JsonObject config = new JsonObject();
        ticket.fields().forEach(config::addProperty);
        config.addProperty("Url", endpoint.resolve(store.path()).toString());
        JsonObject content = new JsonObject();
        content.addProperty("CodeRevision", Staging.UNSTABLE);
        content.add("OssPostConfig", config);
        return Operation.content(content);
    }

    private JsonObject commitStagingRoutineCode(Request request) throws Refusal {
        String name = request.mandatory("Name");
        return Operation.content("CodeRevision", account.commitStaged(name, request.mandatory("CodeDescription")));
    }

    private JsonObject describeRoutineCodeRevision(Request request) throws Refusal {
        String name = request.mandatory("Name");
        String id = request.mandatory("SelectCodeRevision");
        Revision revision = account.routine(name).revision(id).orElseThrow(() -> Refusal.noRevision(name, id));
        return Operation.content(Description.withCode(revision));
    }

    /** Whether the real service refuses to delete what runs is not documented. */
    private JsonObject deleteRoutineCodeRevision(Request request) throws Refusal {
        String name = request.mandatory("Name");
        String id = request.mandatory("SelectCodeRevision");
        account.change(name, routine -> {
            if (!routine.holds(id)) {
                throw Refusal.noRevision(name, id);
            }
            if (routine.runs(id)) {
                throw Refusal.generalError(
                        "(simulated) the code revision " + id + " of the routine " + name + " runs in an environment");
            }
            return routine.without(id);
        });
        return Operation.content("Status", "OK");
    }
}
