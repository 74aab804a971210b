// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.esa;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.github.edgeroutine.cloud.LiveReader;
import io.github.edgeroutine.cloud.text.JsonText;
import io.github.edgeroutine.cloud.text.UntrustedText;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.Traffic;
import io.github.edgeroutine.routine.UnnumberedCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads what an environment runs from its entry in {@code Envs}. An environment counts as empty only if its entry shows
 * that nothing runs. An entry in an unknown format means that the state is not known.
 */
record DeploymentReader(UntrustedText untrusted) {

    private static final int MOST_VERSIONS = 2;

    Live live(JsonObject entry) {
        List<JsonElement> versions = versions(entry);
        if (!versions.isEmpty()) {
            return shared(versions);
        }
        if (!showsThatNothingElseRuns(entry)) {
            return Live.UNKNOWN;
        }
        return isNothing(entry.get("CodeVersion"))
                ? Live.NOTHING
                : new LiveReader(untrusted).code(entry.get("CodeVersion")).orElse(Live.UNKNOWN);
    }

    /**
     * The id of the deployment in an entry. Two operations use two names for it. An id that cannot be printed
     * unchanged, or cannot be compared, is ignored.
     */
    Optional<String> id(JsonObject deployment) {
        return Stream.of("DeployId", "DeploymentId")
                .flatMap(name -> JsonText.text(deployment, name).stream())
                .filter(id -> id.matches("[A-Za-z0-9._-]{1,64}"))
                .filter(id -> untrusted.quote(id).equals(id))
                .findFirst();
    }

    /** The items of the deployment in an entry; empty if it has no items, or if they cannot be read. */
    static List<JsonElement> versions(JsonObject entry) {
        return entry.get("CodeDeploy") instanceof JsonObject deployment
                        && deployment.get("CodeVersions") instanceof JsonArray versions
                ? versions.asList()
                : List.of();
    }

    private Live shared(List<JsonElement> versions) {
        Map<CodeRevision, Integer> shares = new HashMap<>();
        for (JsonElement item : versions) {
            Optional<Live> code = new VersionReader(untrusted).code(item);
            Optional<Integer> percent = code.flatMap(any -> percent(item.getAsJsonObject()));
            if (percent.isEmpty()) {
                return Live.UNKNOWN;
            }
            if (code.get() instanceof UnnumberedCode staged) {
                return versions.size() == 1 && percent.get() == 100 ? staged : Live.UNKNOWN;
            }
            shares.put(code.get().alone().orElseThrow(), percent.get());
        }
        if (versions.size() > MOST_VERSIONS || shares.size() < versions.size()) {
            return Live.UNKNOWN;
        }
        try {
            return new Traffic(shares);
        } catch (IllegalArgumentException e) {
            return Live.UNKNOWN;
        }
    }

    private static Optional<Integer> percent(JsonObject share) {
        return JsonText.text(share, "Percentage")
                .filter(text -> text.matches("[0-9]{1,3}(\\.0+)?"))
                .map(text -> Integer.valueOf(text.replaceFirst("\\..*", "")));
    }

    /**
     * Until 2025 the version was next to the name of its environment, with another version for canary regions. A
     * version under an unknown key is running, but this plugin does not know that key.
     */
    private static boolean showsThatNothingElseRuns(JsonObject entry) {
        JsonElement deployment = entry.has("CodeDeploy") ? entry.get("CodeDeploy") : JsonNull.INSTANCE;
        if (deployment.isJsonObject()
                && !deployment.getAsJsonObject().asMap().entrySet().stream()
                        .filter(member -> tellsOfVersions(member.getKey()))
                        .allMatch(member -> isNothing(member.getValue()))) {
            return false;
        }
        return (deployment.isJsonObject() || isNothing(deployment))
                && entry.asMap().entrySet().stream()
                        .filter(member -> !List.of("CodeDeploy", "CodeVersion").contains(member.getKey()))
                        .filter(member -> tellsOfVersions(member.getKey()))
                        .allMatch(member -> isNothing(member.getValue()));
    }

    private static boolean tellsOfVersions(String key) {
        return key.matches("(?i).*(version|code.?deploy).*");
    }

    private static boolean isNothing(JsonElement value) {
        return value == null
                || value.isJsonNull()
                || value.isJsonPrimitive() && value.getAsString().isEmpty()
                || value.isJsonArray() && value.getAsJsonArray().isEmpty()
                || value.isJsonObject() && value.getAsJsonObject().isEmpty();
    }
}
