// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;

/** Every answer of DCDN has all data in one member. */
final class DcdnContent {

    private DcdnContent() {}

    static JsonObject of(JsonElement content) {
        JsonObject body = new JsonObject();
        body.add("Content", content);
        return body;
    }

    /** Content with one member, as in many answers. */
    static JsonObject of(String name, String value) {
        JsonObject content = new JsonObject();
        content.addProperty(name, value);
        return of(content);
    }

    static JsonObject of(String name, List<String> values) {
        JsonArray list = new JsonArray();
        values.forEach(list::add);
        JsonObject content = new JsonObject();
        content.add(name, list);
        return of(content);
    }
}
