// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.edgeroutine.cloud.text.JsonText;
import io.github.edgeroutine.cloud.text.UntrustedText;
import io.github.edgeroutine.routine.Setting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the setting of an environment from its configuration in {@code EnvConf}, safe to print. */
record SettingReader(UntrustedText untrusted) {

    Setting setting(JsonObject configuration) {
        return new Setting(
                JsonText.text(configuration, "SpecName").map(untrusted::quote),
                hosts(configuration.get("AllowedHosts")));
    }

    /** An item that is not text is kept as JSON. Otherwise the list could look empty. */
    private Optional<List<String>> hosts(JsonElement element) {
        if (element == null || element.isJsonNull()) {
            return Optional.empty();
        }
        Stream<JsonElement> items =
                element.isJsonArray() ? element.getAsJsonArray().asList().stream() : Stream.of(element);
        return Optional.of(items.filter(item -> !item.isJsonNull())
                .flatMap(item -> item.isJsonPrimitive()
                        ? Stream.of(item.getAsString().split("[,\\s]+"))
                        : Stream.of(item.toString()))
                .filter(host -> !host.isEmpty())
                .map(untrusted::quoteBody)
                .toList());
    }
}
