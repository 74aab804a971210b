// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Unusual answers that are possible for every product. */
public enum OddRpcAnswer implements OddAnswer {

    /** Servers in Go omit empty lists. */
    MISSING_LISTS(
            answer -> JsonTree.objects(answer).forEach(each -> emptyLists(each).forEach(each::remove))),
    /** Servers in Go write null for a list that was never filled. */
    NULL_LISTS(answer -> JsonTree.objects(answer)
            .forEach(each -> emptyLists(each).forEach(name -> each.add(name, JsonNull.INSTANCE)))),
    /** Some services of Alibaba Cloud send a code with a successful answer too. */
    CODE_OF_SUCCESS(answer -> answer.addProperty("Code", "200"));

    private final Consumer<JsonObject> change;

    OddRpcAnswer(Consumer<JsonObject> change) {
        this.change = change;
    }

    @Override
    public void bend(JsonObject answer) {
        change.accept(answer);
    }

    private static List<String> emptyLists(JsonObject object) {
        return object.entrySet().stream()
                .filter(each -> each.getValue() instanceof JsonArray list && list.isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }
}
