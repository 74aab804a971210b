// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A way to answer that differs from the usual one and is as legal: the documents show it, a client of others reads it, or
 * servers of this kind do it.
 */
public enum OddDcdnAnswer {

    /** Of the documents: Base64 of the text in quotes. Servers in Go also escape an ampersand. */
    QUOTED_DESCRIPTIONS(answer -> each(answer, "CodeDescription", OddDcdnAnswer::quoted)),
    /** A client reads the time of a revision so. */
    CREATE_TIME(answer -> objects(answer)
            .filter(each -> each.has("CodeRevision") && each.has("CreationTime"))
            .toList()
            .forEach(each -> each.add("CreateTime", each.remove("CreationTime")))),
    /** A client tells so where nothing runs. */
    EMPTY_CODE_REV(answer -> configurations(answer)
            .filter(each -> !each.has("CodeRev"))
            .forEach(each -> each.addProperty("CodeRev", ""))),
    /** Servers in Go leave empty lists out. */
    MISSING_LISTS(
            answer -> objects(answer).toList().forEach(each -> emptyLists(each).forEach(each::remove))),
    /** Servers in Go write a list that was never filled so. */
    NULL_LISTS(answer -> objects(answer)
            .toList()
            .forEach(each -> emptyLists(each).forEach(name -> each.add(name, JsonNull.INSTANCE)))),
    /** Newer pages of CommitStagingRoutineCode show a number. */
    NUMBERS_FOR_REVISIONS(answer -> {
        each(answer, "CodeRevision", OddDcdnAnswer::number);
        each(answer, "CodeRev", OddDcdnAnswer::number);
    }),
    /** No order is documented. */
    OLDEST_FIRST(answer -> list(answer, "CodeRevs").ifPresent(OddDcdnAnswer::reverse)),
    /** No order is documented. */
    SHUFFLED(answer -> list(answer, "CodeRevs").ifPresent(revisions -> {
        List<JsonElement> shuffled = new ArrayList<>(revisions.asList());
        Collections.rotate(shuffled, shuffled.size() / 2);
        refill(revisions, shuffled);
    })),
    /** The staged code among the revisions, of which it is one. */
    UNSTABLE_IN_LIST(answer -> {
        boolean isStaged = configurations(answer)
                .anyMatch(each -> new JsonPrimitive(StagedCode.UNSTABLE).equals(each.get("CodeRev")));
        JsonObject unstable = new JsonObject();
        unstable.addProperty("CodeRevision", StagedCode.UNSTABLE);
        list(answer, "CodeRevs").filter(revisions -> isStaged).ifPresent(revisions -> revisions.add(unstable));
    }),
    /** Base64 with line breaks. */
    MIME(answer -> Stream.of("ErCode", "CodeDescription")
            .forEach(name -> each(
                    answer,
                    name,
                    text -> new JsonPrimitive(Base64.getMimeEncoder()
                            .encodeToString(Base64.getDecoder().decode(text)))))),
    /** Code as the documents show descriptions: Base64 of the text in quotes. */
    QUOTED_CODE(answer -> each(answer, "ErCode", OddDcdnAnswer::quoted)),
    /** Code as it is. */
    PLAIN_CODE(answer -> each(answer, "ErCode", text -> new JsonPrimitive(decoded(text)))),
    /** Other services of Alibaba Cloud name a code also where nothing is wrong. */
    CODE_OF_SUCCESS(answer -> answer.addProperty("Code", "200"));

    private final Consumer<JsonObject> change;

    OddDcdnAnswer(Consumer<JsonObject> change) {
        this.change = change;
    }

    /** @param answer of an operation that went well */
    public void bend(JsonObject answer) {
        change.accept(answer);
    }

    private static Stream<JsonObject> objects(JsonElement element) {
        if (element.isJsonArray()) {
            return element.getAsJsonArray().asList().stream().flatMap(OddDcdnAnswer::objects);
        }
        return element.isJsonObject()
                ? Stream.concat(
                        Stream.of(element.getAsJsonObject()),
                        element.getAsJsonObject().asMap().values().stream().flatMap(OddDcdnAnswer::objects))
                : Stream.empty();
    }

    private static Stream<JsonObject> configurations(JsonObject answer) {
        return objects(answer).filter(each -> each.has("SpecName")).toList().stream();
    }

    private static Optional<JsonArray> list(JsonObject answer, String name) {
        return objects(answer)
                .filter(each -> each.has(name))
                .map(each -> each.getAsJsonArray(name))
                .findFirst();
    }

    private static List<String> emptyLists(JsonObject object) {
        return object.entrySet().stream()
                .filter(each -> each.getValue() instanceof JsonArray list && list.isEmpty())
                .map(each -> each.getKey())
                .toList();
    }

    private static void each(JsonObject answer, String name, Function<String, JsonElement> change) {
        objects(answer)
                .filter(each -> each.has(name))
                .toList()
                .forEach(each -> each.add(name, change.apply(each.get(name).getAsString())));
    }

    private static JsonElement number(String revision) {
        return revision.matches("[0-9]+") ? new JsonPrimitive(new BigInteger(revision)) : new JsonPrimitive(revision);
    }

    private static JsonElement quoted(String base64) {
        String json = new JsonPrimitive(decoded(base64)).toString().replace("&", "\\u0026");
        return new JsonPrimitive(Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    private static void reverse(JsonArray list) {
        List<JsonElement> reversed = new ArrayList<>(list.asList());
        Collections.reverse(reversed);
        refill(list, reversed);
    }

    private static void refill(JsonArray list, List<JsonElement> items) {
        for (int at = 0; at < items.size(); at++) {
            list.set(at, items.get(at));
        }
    }
}
