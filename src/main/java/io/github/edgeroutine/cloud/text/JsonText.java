// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud.text;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;

/** Strict JSON only. */
public final class JsonText {

    /** One instance for all, because it is slow to analyse a class. */
    public static final Gson GSON =
            new GsonBuilder().setStrictness(Strictness.STRICT).create();

    /** No valid answer has such deep nesting. Deeper nesting would overflow the stack of the thread. */
    private static final int DEEPEST = 100;

    private JsonText() {}

    /**
     * The result of reading a text.
     *
     * @param object empty unless the text is exactly one JSON object without duplicate keys
     * @param endsTooEarly whether the text could be the beginning of an object
     */
    public record Read(Optional<JsonObject> object, boolean endsTooEarly) {}

    public static Read read(String text) {
        UsedUpReader source = new UsedUpReader(text);
        try (JsonReader reader = new JsonReader(source)) {
            reader.setStrictness(Strictness.STRICT);
            JsonElement element = element(reader, 0);
            if (element.isJsonObject() && reader.peek() == JsonToken.END_DOCUMENT) {
                return new Read(Optional.of(element.getAsJsonObject()), false);
            }
            return new Read(Optional.empty(), false);
        } catch (IOException e) {
            return new Read(
                    Optional.empty(), source.isUsedUp() && text.stripLeading().startsWith("{"));
        }
    }

    /** Empty unless the text is a JSON string. */
    public static Optional<String> string(String text) {
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            if (reader.peek() == JsonToken.STRING) {
                String string = reader.nextString();
                return reader.peek() == JsonToken.END_DOCUMENT ? Optional.of(string) : Optional.empty();
            }
        } catch (IOException e) {
            // It only looks like a JSON string.
        }
        return Optional.empty();
    }

    /** The member as text, with the digits unchanged; empty unless it is a text, a number or a boolean. */
    public static Optional<String> text(JsonObject object, String member) {
        JsonElement element = object.get(member);
        return element != null && element.isJsonPrimitive() ? Optional.of(element.getAsString()) : Optional.empty();
    }

    /** The parser is not used directly: with duplicate keys it would take the last value. */
    private static JsonElement element(JsonReader reader, int depth) throws IOException {
        if (depth == DEEPEST) {
            throw new MalformedJsonException("too deep");
        }
        switch (reader.peek()) {
            case BEGIN_OBJECT:
                JsonObject object = new JsonObject();
                reader.beginObject();
                while (reader.hasNext()) {
                    String key = reader.nextName();
                    if (object.has(key)) {
                        throw new MalformedJsonException("a key twice");
                    }
                    object.add(key, element(reader, depth + 1));
                }
                reader.endObject();
                return object;
            case BEGIN_ARRAY:
                JsonArray array = new JsonArray();
                reader.beginArray();
                while (reader.hasNext()) {
                    array.add(element(reader, depth + 1));
                }
                reader.endArray();
                return array;
            case STRING:
                return new JsonPrimitive(reader.nextString());
            case NUMBER:
                return new JsonPrimitive(ToNumberPolicy.LAZILY_PARSED_NUMBER.readNumber(reader));
            case BOOLEAN:
                return new JsonPrimitive(reader.nextBoolean());
            default:
                reader.nextNull();
                return JsonNull.INSTANCE;
        }
    }
}
