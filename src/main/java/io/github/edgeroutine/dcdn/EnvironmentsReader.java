// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.github.edgeroutine.cloud.LiveReader;
import io.github.edgeroutine.cloud.text.UntrustedText;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.Setting;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The environments of a routine. {@code Envs} has their names and {@code EnvConf} the code that runs there. An
 * environment counts as empty only if its configuration shows that nothing runs.
 */
final class EnvironmentsReader {

    /** The service creates these two with each routine. */
    private static final List<String> ALWAYS_THERE = List.of("staging", "production");

    private final UntrustedText untrusted;
    private final Map<Environment, Live> live = new LinkedHashMap<>();
    private final Map<Environment, Setting> settings = new LinkedHashMap<>();
    private final Set<String> unnamed = new LinkedHashSet<>();

    EnvironmentsReader(UntrustedText untrusted, List<JsonElement> names, JsonObject configurations) {
        this.untrusted = untrusted;
        Map<String, JsonElement> all = new LinkedHashMap<>();
        names.stream()
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsString)
                .forEach(
                        name -> all.put(name, configurations.has(name) ? configurations.get(name) : JsonNull.INSTANCE));
        configurations.entrySet().forEach(each -> all.putIfAbsent(each.getKey(), each.getValue()));
        all.forEach(this::add);
        if (live.isEmpty() && unnamed.isEmpty()) {
            ALWAYS_THERE.forEach(this::addUnknown);
        }
    }

    Map<Environment, Live> live() {
        return live;
    }

    Map<Environment, Setting> settings() {
        return settings;
    }

    Set<String> unnamed() {
        return unnamed;
    }

    private void addUnknown(String name) {
        environment(name)
                .ifPresentOrElse(
                        environment -> live.put(environment, Live.UNKNOWN), () -> unnamed.add(untrusted.quote(name)));
    }

    private void add(String name, JsonElement configuration) {
        Optional<Environment> environment = environment(name);
        if (environment.isEmpty() || !configuration.isJsonObject()) {
            addUnknown(name);
            return;
        }
        JsonObject object = configuration.getAsJsonObject();
        live.put(
                environment.get(),
                new LiveReader(untrusted)
                        .code(object.get("CodeRev"))
                        .orElse(showsThatNothingRuns(object) ? Live.NOTHING : Live.UNKNOWN));
        settings.put(environment.get(), new SettingReader(untrusted).setting(object));
    }

    /** A revision under another key is running, but this plugin does not know that key. */
    private static boolean showsThatNothingRuns(JsonObject configuration) {
        return configuration.entrySet().stream()
                .filter(member ->
                        !configuration.has("CodeRev") || member.getKey().equals("CodeRev"))
                .filter(member -> member.getKey().matches("(?i).*(code.?rev|revision|code.?version).*"))
                .map(Map.Entry::getValue)
                .allMatch(value -> value.isJsonNull()
                        || value.isJsonPrimitive() && value.getAsString().isEmpty());
    }

    private Optional<Environment> environment(String name) {
        try {
            return untrusted.quote(name).equals(name) ? Optional.of(new Environment(name)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
