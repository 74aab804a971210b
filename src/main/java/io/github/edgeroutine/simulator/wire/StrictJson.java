// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.wire;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads JSON parameters. A result is empty if the text does not have exactly the requested form. */
public final class StrictJson {

    private static final Gson GSON =
            new GsonBuilder().setStrictness(Strictness.STRICT).create();

    private StrictJson() {}

    public static Optional<JsonObject> object(String text) {
        return parse(text, JsonObject.class);
    }

    public static Optional<JsonArray> array(String text) {
        return parse(text, JsonArray.class);
    }

    /** Text and numbers as written, objects and arrays as JSON. A member with the value null is skipped. */
    public static Map<String, String> texts(JsonObject object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.asMap().forEach((name, value) -> {
            if (!value.isJsonNull()) {
                texts.put(name, value.isJsonPrimitive() ? value.getAsString() : value.toString());
            }
        });
        return texts;
    }

    public static Optional<List<String>> strings(String text) {
        return array(text).flatMap(StrictJson::strings);
    }

    public static Optional<List<String>> strings(JsonElement element) {
        if (!element.isJsonArray()) {
            return Optional.empty();
        }
        List<String> strings = new ArrayList<>();
        for (JsonElement item : element.getAsJsonArray()) {
            Optional<String> string = string(item);
            if (string.isEmpty()) {
                return Optional.empty();
            }
            strings.add(string.get());
        }
        return Optional.of(strings);
    }

    public static Optional<String> string(JsonElement element) {
        return element.isJsonPrimitive() && element.getAsJsonPrimitive().isString()
                ? Optional.of(element.getAsString())
                : Optional.empty();
    }

    private static <T> Optional<T> parse(String text, Class<T> type) {
        try {
            return Optional.ofNullable(GSON.fromJson(text, type));
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }
}
