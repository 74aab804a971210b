// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.Setting;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** An {@code <environmentSetting>} as the POM has it; Maven fills the fields. */
public final class EnvironmentSetting {

    private String environment;
    private String specName;
    private List<String> allowedHosts;

    /** @throws IllegalArgumentException if it names no environment or sets nothing; the message is the rest of a sentence */
    Map.Entry<Environment, Setting> setting() {
        if (environment == null || environment.isBlank()) {
            throw new IllegalArgumentException("holds an <environmentSetting> without <environment>");
        }
        Setting setting = new Setting(
                Optional.ofNullable(specName).map(String::strip),
                Optional.ofNullable(allowedHosts)
                        .map(hosts -> hosts.stream()
                                .filter(Objects::nonNull)
                                .map(String::strip)
                                .filter(host -> !host.isEmpty())
                                .distinct()
                                .toList()));
        if (setting.equals(Setting.NONE)) {
            throw new IllegalArgumentException("sets neither <specName> nor <allowedHosts> of " + environment.strip());
        }
        return Map.entry(new Environment(environment.strip()), setting);
    }
}
