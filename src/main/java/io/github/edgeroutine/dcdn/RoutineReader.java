package io.github.edgeroutine.dcdn;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.annotations.SerializedName;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Kind;
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

    private record Ticket(@SerializedName("OssPostConfig") JsonObject config) {}

    private record Source(@SerializedName("ErCode") String code) {}

    private record User(@SerializedName("Routines") List<Entry> routines) {}

    private record Entry(@SerializedName("RoutineName") String name) {}

    private final Gson gson = new Gson();
    private final ForeignText foreign;

    RoutineReader(ForeignText foreign) {
        this.foreign = foreign;
    }

    /** @throws CallFailedException of kind unreadable, unless there is an object EnvConf and a list CodeRevs */
    RoutineState state(JsonObject answer) throws CallFailedException {
        Routine routine = content(answer, Routine.class, "DescribeRoutine");
        if (routine.configurations() == null || routine.revisions() == null) {
            throw unreadable("DescribeRoutine", answer);
        }
        try {
            Map<Environment, Configuration> configurations = configurations(routine.configurations());
            return new RoutineState(
                    live(routine.names(), configurations),
                    routine.revisions().stream().map(this::kept).toList(),
                    settings(configurations));
        } catch (JsonParseException | IllegalArgumentException e) {
            throw unreadable("DescribeRoutine", answer);
        }
    }

    /** @throws CallFailedException of kind unreadable, unless there is a list of named routines */
    List<String> names(JsonObject answer) throws CallFailedException {
        User user = content(answer, User.class, "DescribeRoutineUserInfo");
        if (user.routines() == null
                || user.routines().stream().anyMatch(entry -> entry == null || entry.name() == null)) {
            throw unreadable("DescribeRoutineUserInfo", answer);
        }
        return user.routines().stream()
                .map(entry -> foreign.quote(entry.name()))
                .toList();
    }

    /** What {@code UploadStagingRoutineCode} hands out for the object store. */
    JsonObject ossPostConfig(JsonObject answer) throws CallFailedException {
        Ticket ticket = content(answer, Ticket.class, "UploadStagingRoutineCode");
        if (ticket.config() == null) {
            throw unreadable("UploadStagingRoutineCode", answer);
        }
        return ticket.config();
    }

    /** The code that {@code DescribeRoutineCodeRevision} shows. */
    byte[] code(JsonObject answer) throws CallFailedException {
        Source source = content(answer, Source.class, "DescribeRoutineCodeRevision");
        if (source.code() == null) {
            throw unreadable("DescribeRoutineCodeRevision", answer);
        }
        try {
            return Base64.getDecoder().decode(source.code());
        } catch (IllegalArgumentException e) {
            throw unreadable("DescribeRoutineCodeRevision", answer);
        }
    }

    private <T> T content(JsonObject answer, Class<T> shape, String action) throws CallFailedException {
        try {
            T content = gson.fromJson(answer.get("Content"), shape);
            if (content != null) {
                return content;
            }
        } catch (JsonParseException e) {
            // The answer itself says more than the parser does.
        }
        throw unreadable(action, answer);
    }

    private Map<Environment, Configuration> configurations(JsonObject byName) {
        Map<Environment, Configuration> configurations = new LinkedHashMap<>();
        byName.entrySet()
                .forEach(each -> configurations.put(
                        new Environment(each.getKey()), demand(gson.fromJson(each.getValue(), Configuration.class))));
        return configurations;
    }

    private static <T> T demand(T element) {
        if (element == null) {
            throw new IllegalArgumentException("null in a list");
        }
        return element;
    }

    /** The environments with a name alone come first: nothing was ever set up for them, so nothing runs there. */
    private static Map<Environment, Optional<CodeRevision>> live(
            JsonElement names, Map<Environment, Configuration> configurations) {
        Map<Environment, Optional<CodeRevision>> live = new LinkedHashMap<>();
        if (names != null && names.isJsonArray()) {
            names.getAsJsonArray().asList().stream()
                    .filter(JsonElement::isJsonPrimitive)
                    .forEach(name -> live.put(new Environment(name.getAsString()), Optional.empty()));
        }
        configurations.forEach((environment, configuration) -> live.put(
                environment,
                Optional.ofNullable(configuration.revision())
                        .filter(revision -> !revision.isEmpty())
                        .map(CodeRevision::new)));
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
                new CodeRevision(demand(demand(kept).number())),
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

    CallFailedException unreadable(String action, JsonObject answer) {
        return new CallFailedException(
                "the answer of " + action + " has an unknown shape, '" + foreign.quote(answer.toString()) + "'",
                Kind.UNREADABLE,
                Effect.NONE,
                "Report it to the authors of this plugin.");
    }
}
