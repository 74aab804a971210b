// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.annotations.SerializedName;
import io.github.edgeroutine.cloud.AnswerReader;
import io.github.edgeroutine.cloud.Content;
import io.github.edgeroutine.cloud.UntrustedText;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.Revision;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.Traffic;
import io.github.edgeroutine.routine.UnnumberedCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the answers of {@code DescribeRoutine} and {@code DescribeRoutineUserInfo}. No whole sample of either is known,
 * so anything may be missing. An item of a list that cannot be understood is left out.
 */
public final class RoutineReader {

    private record User(@SerializedName("Routines") List<RoutineEntry> routines) {}

    private record RoutineEntry(
            @SerializedName("RoutineName") String name) {}

    private static final String NAMES = "Envs";
    private static final String CONFIGURATIONS = "EnvConf";
    private static final String REVISIONS = "CodeRevs";

    /** The documents tell of ten revisions, and of some forty environments at most. */
    private static final int MOST = 200;

    private final UntrustedText foreign;
    private final Content content;

    public RoutineReader(UntrustedText foreign) {
        this.foreign = foreign;
        this.content = new Content(foreign);
    }

    /**
     * @throws CallFailedException of kind unreadable, if there is neither an environment nor a revision nor a place for
     *     them, if EnvConf is not an object or CodeRevs is not a list, or if one is of an absurd size
     */
    public RoutineState state(JsonObject answer) throws CallFailedException {
        JsonElement shown = answer.get("Content");
        if (shown == null
                || !shown.isJsonObject()
                || Stream.of(NAMES, CONFIGURATIONS, REVISIONS).noneMatch(shown.getAsJsonObject()::has)) {
            throw content.unreadable("DescribeRoutine", answer);
        }
        JsonObject routine = shown.getAsJsonObject();
        JsonObject configurations = objectOf(routine.get(CONFIGURATIONS), answer);
        List<JsonElement> revisions = listOf(routine.get(REVISIONS), answer);
        JsonElement names = routine.get(NAMES);
        List<JsonElement> named =
                names != null && names.isJsonArray() ? names.getAsJsonArray().asList() : List.of();
        if (configurations.size() > MOST || revisions.size() > MOST || named.size() > MOST) {
            throw content.unreadable(
                    "DescribeRoutine", answer, Effect.NONE, "has more than " + MOST + " environments or revisions");
        }
        EnvironmentsReader environments = new EnvironmentsReader(foreign, named, configurations);
        return new RoutineState(
                environments.live(),
                revisions.stream().flatMap(item -> kept(item).stream()).toList(),
                environments.settings(),
                environments.unnamed(),
                revisions.stream().anyMatch(this::isStagedCode));
    }

    /** Some servers leave an empty object out, or write it as {@code null} or as a list. */
    private JsonObject objectOf(JsonElement element, JsonObject answer) throws CallFailedException {
        if (isNothing(element)) {
            return new JsonObject();
        }
        if (!element.isJsonObject()) {
            throw content.unreadable("DescribeRoutine", answer);
        }
        return element.getAsJsonObject();
    }

    private List<JsonElement> listOf(JsonElement element, JsonObject answer) throws CallFailedException {
        if (isNothing(element)) {
            return List.of();
        }
        if (!element.isJsonArray()) {
            throw content.unreadable("DescribeRoutine", answer);
        }
        return element.getAsJsonArray().asList();
    }

    private static boolean isNothing(JsonElement element) {
        return element == null
                || element.isJsonNull()
                || element instanceof JsonArray array && array.isEmpty()
                || element instanceof JsonObject object && object.isEmpty();
    }

    /** @throws CallFailedException of kind unreadable, if a routine has no name */
    List<String> names(JsonObject answer) throws CallFailedException {
        User user = content.of(answer, User.class, "DescribeRoutineUserInfo");
        List<String> names = new ArrayList<>();
        for (RoutineEntry entry : Optional.ofNullable(user.routines()).orElse(List.of())) {
            if (entry == null || entry.name() == null) {
                throw content.unreadable("DescribeRoutineUserInfo", answer);
            }
            names.add(foreign.quote(entry.name()));
        }
        return names;
    }

    /** A revision needs nothing but its number. */
    private Optional<Revision> kept(JsonElement item) {
        if (!item.isJsonObject()) {
            return Optional.empty();
        }
        JsonObject kept = item.getAsJsonObject();
        return code(kept.get("CodeRevision"), foreign)
                .flatMap(Live::alone)
                .map(number -> new Revision(
                        number,
                        foreign.quote(Description.decoded(text(kept, "CodeDescription"))),
                        foreign.quote(text(kept, kept.has("CreationTime") ? "CreationTime" : "CreateTime"))));
    }

    private boolean isStagedCode(JsonElement item) {
        return item.isJsonObject()
                && code(item.getAsJsonObject().get("CodeRevision"), foreign)
                        .filter(UnnumberedCode.class::isInstance)
                        .isPresent();
    }

    private static String text(JsonObject object, String member) {
        return AnswerReader.text(object, member).orElse("");
    }

    /** A revision, or code without a number; empty if it is neither. What is printed and sent as it is cannot be masked. */
    static Optional<Live> code(JsonElement element, UntrustedText foreign) {
        if (element == null || !element.isJsonPrimitive()) {
            return Optional.empty();
        }
        String text = element.getAsString();
        boolean isWord = element.getAsJsonPrimitive().isString() || text.matches("[0-9]+");
        if (!isWord || !foreign.quote(text).equals(text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    CodeRevision.isNumber(text) ? Traffic.all(new CodeRevision(text)) : new UnnumberedCode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
