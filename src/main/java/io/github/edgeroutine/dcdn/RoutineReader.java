// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.edgeroutine.cloud.RpcAnswer;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.RoutineState;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads the answer of {@code DescribeRoutine}. No complete example is known, so each member may be missing. List items
 * in an unknown format are skipped.
 */
record RoutineReader(RpcAnswer answer) {

    private static final String NAMES = "Envs";
    private static final String CONFIGURATIONS = "EnvConf";
    private static final String REVISIONS = "CodeRevs";

    /** The documents mention ten revisions, and about forty environments at most. */
    private static final int MOST = 200;

    /**
     * @throws CallFailedException if all three members are missing, or if one has the wrong type or is much too large
     */
    RoutineState state() throws CallFailedException {
        JsonObject routine = routine();
        JsonObject configurations = answer.object(routine.get(CONFIGURATIONS));
        List<JsonElement> items = answer.list(routine.get(REVISIONS));
        JsonElement names = routine.get(NAMES);
        List<JsonElement> named =
                names != null && names.isJsonArray() ? names.getAsJsonArray().asList() : List.of();
        if (configurations.size() > MOST || items.size() > MOST || named.size() > MOST) {
            throw answer.unreadable("has more than " + MOST + " environments or revisions");
        }
        EnvironmentsReader environments = new EnvironmentsReader(answer.untrusted(), named, configurations);
        RevisionReader revisions = new RevisionReader(answer.untrusted());
        return new RoutineState(
                environments.live(),
                items.stream()
                        .flatMap(item -> revisions.revision(item).stream())
                        .toList(),
                environments.settings(),
                environments.unnamed(),
                items.stream().anyMatch(revisions::isStagedCode),
                DcdnTraits.TRAITS.revisionLimit());
    }

    private JsonObject routine() throws CallFailedException {
        JsonElement content = answer.body().get("Content");
        if (content == null
                || !content.isJsonObject()
                || Stream.of(NAMES, CONFIGURATIONS, REVISIONS).noneMatch(content.getAsJsonObject()::has)) {
            throw answer.unreadable();
        }
        return content.getAsJsonObject();
    }
}
