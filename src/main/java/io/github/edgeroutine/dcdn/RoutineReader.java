// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.annotations.SerializedName;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.Revision;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.Setting;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads the answers of {@code DescribeRoutine} and {@code DescribeRoutineUserInfo}. No whole sample of either is known,
 * so what is needed must be there, and everything else may be as it likes.
 */
final class RoutineReader {

    private record Routine(
            @SerializedName("Envs") JsonElement names,
            @SerializedName("EnvConf") JsonObject configurations,
            @SerializedName("CodeRevs") List<Kept> revisions) {}

    private record Configuration(
            @SerializedName("CodeRev") String revision,
            @SerializedName("SpecName") String spec,
            @SerializedName("AllowedHosts") List<String> hosts) {}

    private record Kept(
            @SerializedName("CodeRevision") String number,
            @SerializedName("CodeDescription") String description,
            @SerializedName("CreationTime") String created) {}

    private record User(@SerializedName("Routines") List<Entry> routines) {}

    private record Entry(@SerializedName("RoutineName") String name) {}

    /** The documents tell of ten revisions, and of some forty environments at most. */
    private static final int MOST = 200;

    private final ForeignText foreign;
    private final Content content;

    RoutineReader(ForeignText foreign) {
        this.foreign = foreign;
        this.content = new Content(foreign);
    }

    /**
     * @throws CallFailedException of kind unreadable, unless there is an object EnvConf and a list CodeRevs, neither of
     *     an absurd size
     */
    RoutineState state(JsonObject answer) throws CallFailedException {
        Routine routine = content.of(answer, Routine.class, "DescribeRoutine");
        if (routine.configurations() == null || routine.revisions() == null) {
            throw content.unreadable("DescribeRoutine", answer);
        }
        if (routine.configurations().size() > MOST
                || routine.revisions().size() > MOST
                || names(routine).size() > MOST) {
            throw content.unreadable(
                    "DescribeRoutine", answer, Effect.NONE, "has more than " + MOST + " environments or revisions");
        }
        try {
            Map<Environment, Configuration> configurations = configurations(routine.configurations());
            return new RoutineState(
                    live(names(routine), configurations),
                    routine.revisions().stream().map(this::kept).toList(),
                    settings(configurations));
        } catch (JsonParseException | IllegalArgumentException e) {
            throw content.unreadable("DescribeRoutine", answer);
        }
    }

    /** @throws CallFailedException of kind unreadable, unless there is a list of named routines */
    List<String> names(JsonObject answer) throws CallFailedException {
        User user = content.of(answer, User.class, "DescribeRoutineUserInfo");
        if (user.routines() == null
                || user.routines().stream().anyMatch(entry -> entry == null || entry.name() == null)) {
            throw content.unreadable("DescribeRoutineUserInfo", answer);
        }
        return user.routines().stream()
                .map(entry -> foreign.quote(entry.name()))
                .toList();
    }

    private Map<Environment, Configuration> configurations(JsonObject byName) {
        Map<Environment, Configuration> configurations = new LinkedHashMap<>();
        byName.entrySet()
                .forEach(each -> configurations.put(
                        environment(each.getKey()), demand(Json.GSON.fromJson(each.getValue(), Configuration.class))));
        return configurations;
    }

    private static List<JsonElement> names(Routine routine) {
        return routine.names() != null && routine.names().isJsonArray()
                ? routine.names().getAsJsonArray().asList()
                : List.of();
    }

    private Environment environment(String name) {
        return new Environment(harmless(name));
    }

    private CodeRevision revision(String digits) {
        return new CodeRevision(harmless(digits));
    }

    /** What is printed and sent as it is cannot be masked; nothing of the service is named like a secret. */
    private String harmless(String word) {
        if (!foreign.quote(word).equals(word)) {
            throw new IllegalArgumentException("not fit to print");
        }
        return word;
    }

    private static <T> T demand(T element) {
        if (element == null) {
            throw new IllegalArgumentException("null in a list");
        }
        return element;
    }

    /** The environments with a name alone come first: nothing was ever set up for them, so nothing runs there. */
    private Map<Environment, Optional<CodeRevision>> live(
            List<JsonElement> names, Map<Environment, Configuration> configurations) {
        Map<Environment, Optional<CodeRevision>> live = new LinkedHashMap<>();
        names.stream()
                .filter(JsonElement::isJsonPrimitive)
                .forEach(name -> live.put(environment(name.getAsString()), Optional.empty()));
        configurations.forEach((environment, configuration) -> live.put(
                environment,
                Optional.ofNullable(configuration.revision())
                        .filter(revision -> !revision.isEmpty())
                        .map(this::revision)));
        return live;
    }

    private Map<Environment, Setting> settings(Map<Environment, Configuration> configurations) {
        Map<Environment, Setting> settings = new LinkedHashMap<>();
        configurations.forEach((environment, configuration) -> settings.put(
                environment,
                new Setting(
                        Optional.ofNullable(configuration.spec()).map(foreign::quote),
                        Optional.ofNullable(configuration.hosts())
                                .map(hosts -> hosts.stream()
                                        .filter(Objects::nonNull)
                                        .map(foreign::quote)
                                        .toList()))));
        return settings;
    }

    private Revision kept(Kept kept) {
        return new Revision(
                revision(demand(demand(kept).number())),
                foreign.quote(decoded(Objects.requireNonNullElse(kept.description(), ""))),
                foreign.quote(Objects.requireNonNullElse(kept.created(), "")));
    }

    /** Base64, of the text or of the text in quotes: the documents differ from what others have seen. */
    private static String decoded(String description) {
        try {
            ByteBuffer decoded = ByteBuffer.wrap(Base64.getDecoder().decode(description));
            return UTF_8.newDecoder().decode(decoded).toString().replaceFirst("(?s)^\"(.*)\"$", "$1");
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return description;
        }
    }
}
