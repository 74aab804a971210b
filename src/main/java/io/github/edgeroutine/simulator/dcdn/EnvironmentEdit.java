// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import io.github.edgeroutine.simulator.wire.StrictJson;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The requested change of one environment. {@code null} means no change.
 *
 * @param codeRevision an empty string removes the revision, because an empty value removes a setting
 */
record EnvironmentEdit(String specName, String codeRevision, List<String> allowedHosts) {

    static final List<String> SPECS = List.of("5ms", "50ms", "100ms");

    /** The service may accept other spellings of the three names; one client writes specName. */
    static EnvironmentEdit of(String environment, JsonElement json) throws ServiceRefusal {
        if (!json.isJsonObject()) {
            throw wrong(environment, "is not a JSON object");
        }
        JsonObject object = json.getAsJsonObject();
        for (String name : object.keySet()) {
            if (!Set.of("SpecName", "CodeRev", "AllowedHosts").contains(name)) {
                throw wrong(environment, "has an unknown member " + name);
            }
        }
        String spec = member(environment, object, "SpecName", StrictJson::string, "text");
        if (spec != null && !SPECS.contains(spec)) {
            throw wrong(environment, "has a SpecName other than 5ms, 50ms and 100ms: " + spec);
        }
        return new EnvironmentEdit(
                spec,
                member(environment, object, "CodeRev", StrictJson::string, "text"),
                member(environment, object, "AllowedHosts", StrictJson::strings, "an array of texts"));
    }

    /** @return {@code null} if the member is missing */
    private static <T> T member(
            String environment, JsonObject object, String name, Function<JsonElement, Optional<T>> read, String type)
            throws ServiceRefusal {
        return object.has(name)
                ? read.apply(object.get(name))
                        .orElseThrow(() -> wrong(environment, "has a member " + name + ", which must be " + type))
                : null;
    }

    private static ServiceRefusal wrong(String environment, String text) {
        return DcdnRefusal.generalError("(simulated) in EnvConf, " + environment + " " + text);
    }

    SimulatedEnvironment on(SimulatedEnvironment conf) {
        return new SimulatedEnvironment(
                Optional.ofNullable(specName).orElse(conf.specName()),
                codeRevision == null ? conf.codeRevision() : codeRevision.isEmpty() ? null : codeRevision,
                Optional.ofNullable(allowedHosts).orElse(conf.allowedHosts()));
    }
}
