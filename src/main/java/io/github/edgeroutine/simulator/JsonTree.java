// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds and changes members of an answer at any depth. */
public final class JsonTree {

    private JsonTree() {}

    /** All objects, outer objects first. A later change of the objects does not change the list. */
    public static List<JsonObject> objects(JsonElement element) {
        return all(element).toList();
    }

    private static Stream<JsonObject> all(JsonElement element) {
        if (element instanceof JsonObject object) {
            return Stream.concat(
                    Stream.of(object), object.asMap().values().stream().flatMap(JsonTree::all));
        }
        return element instanceof JsonArray array ? array.asList().stream().flatMap(JsonTree::all) : Stream.empty();
    }

    /** The first list with this name. */
    public static Optional<JsonArray> list(JsonObject answer, String name) {
        return all(answer)
                .map(each -> each.get(name))
                .filter(JsonArray.class::isInstance)
                .map(JsonArray.class::cast)
                .findFirst();
    }

    /** Replaces every text with this name. */
    public static void replace(JsonObject answer, String name, Function<String, JsonElement> change) {
        objects(answer).stream()
                .filter(each -> each.has(name))
                .forEach(each -> each.add(name, change.apply(each.get(name).getAsString())));
    }

    /** A number if the text is one, also with many digits. */
    public static JsonElement number(String text) {
        return text.matches("[0-9]+") ? new JsonPrimitive(new BigInteger(text)) : new JsonPrimitive(text);
    }

    /** Puts the second half first. So the list is not sorted by time in any direction. */
    public static void shuffle(JsonArray list) {
        Collections.rotate(list.asList(), list.size() / 2);
    }
}
