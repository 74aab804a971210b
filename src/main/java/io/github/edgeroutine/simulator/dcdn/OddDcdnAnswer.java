// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.edgeroutine.simulator.JsonTree;
import io.github.edgeroutine.simulator.OddAnswer;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Odd answers of DCDN. */
public enum OddDcdnAnswer implements OddAnswer {

    /** The documents show Base64 of the text in quotes. Servers in Go also escape an ampersand. */
    QUOTED_DESCRIPTIONS(answer -> JsonTree.replace(answer, "CodeDescription", OddDcdnAnswer::quoted)),
    /** One client reads the time of a revision under this name. */
    CREATE_TIME(answer -> JsonTree.objects(answer).stream()
            .filter(each -> each.has("CodeRevision") && each.has("CreationTime"))
            .toList()
            .forEach(each -> each.add("CreateTime", each.remove("CreationTime")))),
    /** One client says that CodeRev is empty where nothing runs. */
    EMPTY_CODE_REV(answer -> configurations(answer)
            .filter(each -> !each.has("CodeRev"))
            .forEach(each -> each.addProperty("CodeRev", ""))),
    /** Newer pages of CommitStagingRoutineCode show a number. */
    NUMBERS_FOR_REVISIONS(answer -> {
        JsonTree.replace(answer, "CodeRevision", OddDcdnAnswer::number);
        JsonTree.replace(answer, "CodeRev", OddDcdnAnswer::number);
    }),
    /** No order is documented. */
    OLDEST_FIRST(answer -> JsonTree.list(answer, "CodeRevs").ifPresent(OddDcdnAnswer::reverse)),
    /** No order is documented. */
    SHUFFLED(answer -> JsonTree.list(answer, "CodeRevs").ifPresent(revisions -> {
        List<JsonElement> shuffled = new ArrayList<>(revisions.asList());
        Collections.rotate(shuffled, shuffled.size() / 2);
        refill(revisions, shuffled);
    })),
    /** The list also holds the staged code, which counts as a revision. */
    UNSTABLE_IN_LIST(answer -> {
        boolean isStaged = configurations(answer)
                .anyMatch(each -> new JsonPrimitive(StagedCode.UNSTABLE).equals(each.get("CodeRev")));
        JsonObject unstable = new JsonObject();
        unstable.addProperty("CodeRevision", StagedCode.UNSTABLE);
        JsonTree.list(answer, "CodeRevs").filter(revisions -> isStaged).ifPresent(revisions -> revisions.add(unstable));
    }),
    /** Base64 with line breaks. */
    MIME(answer -> Stream.of("ErCode", "CodeDescription")
            .forEach(name -> JsonTree.replace(
                    answer,
                    name,
                    text -> new JsonPrimitive(Base64.getMimeEncoder()
                            .encodeToString(Base64.getDecoder().decode(text)))))),
    /** Base64 of the code in quotes, as the documents show descriptions. */
    QUOTED_CODE(answer -> JsonTree.replace(answer, "ErCode", OddDcdnAnswer::quoted)),
    /** Code without Base64. */
    PLAIN_CODE(answer -> JsonTree.replace(answer, "ErCode", text -> new JsonPrimitive(decoded(text))));

    private final Consumer<JsonObject> change;

    OddDcdnAnswer(Consumer<JsonObject> change) {
        this.change = change;
    }

    @Override
    public void bend(JsonObject answer) {
        change.accept(answer);
    }

    private static Stream<JsonObject> configurations(JsonObject answer) {
        return JsonTree.objects(answer).stream().filter(each -> each.has("SpecName")).toList().stream();
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
