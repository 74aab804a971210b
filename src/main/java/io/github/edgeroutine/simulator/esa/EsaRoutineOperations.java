// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.esa;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.edgeroutine.simulator.OperationRequest;
import io.github.edgeroutine.simulator.SimulatedOperation;
import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** The operations on routines, and on the service of the account. */
final class EsaRoutineOperations {

    /** From one of the official clients; at least two characters. */
    private static final String NAME = "[a-z][a-z0-9-]+";

    private static final int PAGES = 10;

    private final HeldRoutines routines;

    EsaRoutineOperations(HeldRoutines routines) {
        this.routines = routines;
    }

    Map<String, SimulatedOperation> byName() {
        return Map.of(
                "CreateRoutine", this::createRoutine,
                "GetRoutine", this::getRoutine,
                "ListUserRoutines", this::listUserRoutines,
                "DeleteRoutine", this::deleteRoutine,
                "ListEdgeRoutinePlans", this::listEdgeRoutinePlans,
                "GetErService", this::getErService);
    }

    private JsonObject createRoutine(OperationRequest request) throws ServiceRefusal {
        String name = request.mandatory("Name");
        if (!name.matches(NAME)) {
            throw EsaRefusal.invalid("Name must be lowercase letters, digits and hyphens, and begin with a letter");
        }
        boolean hasAssets = request.optional("HasAssets").equalsIgnoreCase("true");
        routines.create(
                name,
                StoredRoutine.created(
                        request.optional("Description"),
                        hasAssets,
                        request.time().truncatedTo(ChronoUnit.SECONDS)));
        return ok();
    }

    private JsonObject getRoutine(OperationRequest request) throws ServiceRefusal {
        return EsaRoutineJson.of(request.mandatory("Name"), routines.named(request));
    }

    /** It is not documented which texts are searched. Here it is the name. */
    private JsonObject listUserRoutines(OperationRequest request) throws ServiceRefusal {
        ListPage page = ListPage.of(request, PAGES);
        Map<String, StoredRoutine> all = routines.all();
        List<String> found = all.keySet().stream()
                .filter(name -> name.contains(request.optional("SearchKeyWord")))
                .toList();
        JsonArray list = new JsonArray();
        page.of(found).forEach(name -> list.add(EsaRoutineJson.ofListed(name, all.get(name))));
        JsonObject answer = new JsonObject();
        answer.add("Routines", list);
        page.into(answer, found.size());
        answer.addProperty("QuotaRoutineNumber", routines.plan().routines());
        answer.addProperty("UsedRoutineNumber", all.size());
        return answer;
    }

    /** It is not documented whether the real service refuses to delete a routine that runs. */
    private JsonObject deleteRoutine(OperationRequest request) throws ServiceRefusal {
        routines.delete(request);
        return ok();
    }

    /** Numbers as text, as in the official models. */
    private JsonObject listEdgeRoutinePlans(OperationRequest request) {
        JsonArray list = new JsonArray();
        list.add(of(routines.plan()));
        JsonObject answer = new JsonObject();
        answer.add("PlanInfo", list);
        new ListPage(1, 20).into(answer, list.size());
        answer.addProperty("TotalPage", 1);
        return answer;
    }

    static JsonObject of(EsaPlan plan) {
        JsonObject json = new JsonObject();
        json.addProperty("PlanName", plan.name());
        json.addProperty("PaymentMethod", plan.payment());
        json.addProperty("BillingMode", "POSTPAY");
        json.addProperty("ErRoutineQuota", String.valueOf(plan.routines()));
        json.addProperty("ErRoutineCodeVersionQuota", String.valueOf(plan.versions()));
        json.addProperty("ErRoutineRouteSiteCountQuota", "100");
        return json;
    }

    private JsonObject getErService(OperationRequest request) {
        JsonObject answer = new JsonObject();
        answer.addProperty("Status", "Running");
        answer.addProperty("PlanName", routines.plan().name());
        return answer;
    }

    static JsonObject ok() {
        JsonObject answer = new JsonObject();
        answer.addProperty("Status", "OK");
        return answer;
    }
}
