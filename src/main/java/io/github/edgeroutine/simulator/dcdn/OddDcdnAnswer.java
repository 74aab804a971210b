// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.edgeroutine.simulator.JsonTree;
import io.github.edgeroutine.simulator.OddAnswer;
import io.github.edgeroutine.simulator.wire.Base64Encoding;
import java.util.Base64;
import java.util.Collections;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Unusual answers of DCDN. */
public enum OddDcdnAnswer implements OddAnswer {

    /** The documents show Base64 of the text in quotation marks. Servers in Go also escape an ampersand. */
    QUOTED_DESCRIPTIONS(answer -> JsonTree.replace(answer, "CodeDescription", OddDcdnAnswer::quoted)),
    /** One client expects the time of a revision under this name. */
    CREATE_TIME(answer -> JsonTree.objects(answer).stream()
            .filter(each -> each.has("CodeRevision") && each.has("CreationTime"))
            .toList()
            .forEach(each -> each.add("CreateTime", each.remove("CreationTime")))),
    /** One client says that CodeRev is empty if nothing runs. */
    EMPTY_CODE_REV(answer -> configurations(answer)
            .filter(each -> !each.has("CodeRev"))
            .forEach(each -> each.addProperty("CodeRev", ""))),
    /** Newer pages of CommitStagingRoutineCode show a number. */
    NUMBERS_FOR_REVISIONS(answer -> {
        JsonTree.replace(answer, "CodeRevision", JsonTree::number);
        JsonTree.replace(answer, "CodeRev", JsonTree::number);
    }),
    /** The order is not documented. */
    OLDEST_FIRST(answer -> JsonTree.list(answer, "CodeRevs").ifPresent(list -> Collections.reverse(list.asList()))),
    /** The order is not documented. */
    SHUFFLED(answer -> JsonTree.list(answer, "CodeRevs").ifPresent(JsonTree::shuffle)),
    /** The list also contains the staged code, which counts as a revision. */
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
    /** Base64 of the code in quotation marks, as the documents show descriptions. */
    QUOTED_CODE(answer -> JsonTree.replace(answer, "ErCode", OddDcdnAnswer::quoted)),
    /** Code without Base64. */
    PLAIN_CODE(answer -> JsonTree.replace(answer, "ErCode", text -> new JsonPrimitive(Base64Encoding.decode(text))));

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

    private static JsonElement quoted(String base64) {
        String json =
                new JsonPrimitive(Base64Encoding.decode(base64)).toString().replace("&", "\\u0026");
        return new JsonPrimitive(Base64Encoding.encode(json));
    }
}
