// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.wire;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;

/** The two formats of an answer. Of the XML format only {@code <Error>} and its children are documented. */
public enum AnswerFormat {
    JSON("application/json;charset=utf-8") {
        @Override
        public String write(String root, JsonObject body) {
            return GSON.toJson(body);
        }
    },
    XML("text/xml;charset=utf-8") {
        @Override
        public String write(String root, JsonObject body) {
            return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + element(root, body);
        }
    };

    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    private final String contentType;

    AnswerFormat(String contentType) {
        this.contentType = contentType;
    }

    public String contentType() {
        return contentType;
    }

    /** @param root name of the outermost element, if the format names it */
    public abstract String write(String root, JsonObject body);

    private static String element(String name, JsonElement value) {
        StringBuilder content = new StringBuilder();
        if (value.isJsonObject()) {
            for (Map.Entry<String, JsonElement> member : value.getAsJsonObject().entrySet()) {
                content.append(element(member.getKey(), member.getValue()));
            }
        } else if (value.isJsonArray()) {
            value.getAsJsonArray().forEach(item -> content.append(element("Item", item)));
        } else if (!value.isJsonNull()) {
            content.append(escape(value.getAsString()));
        }
        return "<" + name + ">" + content + "</" + name + ">";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
