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

/** JSON by the book, nothing else. */
public final class JsonText {

    /** One for all, as what it learns of a class takes longer than its work. */
    public static final Gson GSON =
            new GsonBuilder().setStrictness(Strictness.STRICT).create();

    /** No answer of the service is nested so deep; a deeper one would end the thread's stack. */
    private static final int DEEPEST = 100;

    private JsonText() {}

    /**
     * What a text is.
     *
     * @param object empty if the text is anything but one JSON object in which every key is there once
     * @param endsTooEarly whether more text could have made it an object
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

    /** Empty if the text is anything but a JSON string. */
    public static Optional<String> string(String text) {
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            if (reader.peek() == JsonToken.STRING) {
                String string = reader.nextString();
                return reader.peek() == JsonToken.END_DOCUMENT ? Optional.of(string) : Optional.empty();
            }
        } catch (IOException e) {
            // It only looks like one.
        }
        return Optional.empty();
    }

    /** The member as text, digits as they were sent; empty if it is missing, {@code null} or no text, number or boolean. */
    public static Optional<String> text(JsonObject object, String member) {
        JsonElement element = object.get(member);
        return element != null && element.isJsonPrimitive() ? Optional.of(element.getAsString()) : Optional.empty();
    }

    /** The reader's own way to an element takes the last one of two members with the same key. */
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
