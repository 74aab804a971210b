// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** What the service does when one action is asked for. */
@FunctionalInterface
public interface SimulatedOperation {

    /** The body of the answer, still without its request id. */
    JsonObject perform(RpcRequest request) throws ServiceRefusal;

    static JsonObject content(JsonElement content) {
        JsonObject body = new JsonObject();
        body.add("Content", content);
        return body;
    }

    /** The one member that the content of many answers has. */
    static JsonObject content(String name, String value) {
        JsonObject content = new JsonObject();
        content.addProperty(name, value);
        return content(content);
    }
}
