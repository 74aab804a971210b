// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** The one member that every answer of DCDN wraps its content in. */
final class DcdnContent {

    private DcdnContent() {}

    static JsonObject of(JsonElement content) {
        JsonObject body = new JsonObject();
        body.add("Content", content);
        return body;
    }

    /** The one member that the content of many answers has. */
    static JsonObject of(String name, String value) {
        JsonObject content = new JsonObject();
        content.addProperty(name, value);
        return of(content);
    }
}
