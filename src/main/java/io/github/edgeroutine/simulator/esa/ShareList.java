// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.esa;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import io.github.edgeroutine.simulator.wire.StrictJson;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parameter CodeVersions: versions and their percentages. */
final class ShareList {

    private ShareList() {}

    /** Text and numbers are both accepted. How the service refuses other values is not documented. */
    static Map<String, Integer> of(String text) throws ServiceRefusal {
        Map<String, Integer> shares = new LinkedHashMap<>();
        for (JsonElement item : StrictJson.array(text).orElseGet(JsonArray::new)) {
            JsonObject share = item.isJsonObject() ? item.getAsJsonObject() : new JsonObject();
            String version = digits(share, "CodeVersion", text);
            String percentage = digits(share, "Percentage", text);
            if (percentage.length() > 3 || shares.put(version, Integer.parseInt(percentage)) != null) {
                throw wrong(text);
            }
        }
        if (!StoredDeployment.areShares(shares)) {
            throw wrong(text);
        }
        return shares;
    }

    private static String digits(JsonObject share, String name, String text) throws ServiceRefusal {
        if (share.get(name) instanceof JsonPrimitive value
                && value.getAsString().matches("[0-9]+")) {
            return value.getAsString();
        }
        throw wrong(text);
    }

    private static ServiceRefusal wrong(String text) {
        return EsaRefusal.invalid(
                "CodeVersions must name one version or two, with percentages that are 100 together, but is " + text);
    }
}
