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

    private static final List<String> SPECS = List.of("5ms", "50ms", "100ms");

    /** Letters of any language, a star in place of a part, a dot at the end. */
    private static final String HOST = "(?=.{1,254}$)[\\p{L}\\p{M}\\p{N}*_-]+(\\.[\\p{L}\\p{M}\\p{N}*_-]+)*\\.?";

    private String environment;
    private String specName;
    private List<String> allowedHosts;

    /** @throws IllegalArgumentException if it names no environment or sets nothing; the message is the rest of a sentence */
    Map.Entry<Environment, Setting> setting() {
        if (environment == null || environment.isBlank()) {
            throw new IllegalArgumentException("holds an <environmentSetting> without <environment>");
        }
        Setting setting = new Setting(spec(), hosts());
        if (setting.equals(Setting.NONE)) {
            throw new IllegalArgumentException("sets neither <specName> nor <allowedHosts> of " + environment.strip());
        }
        return Map.entry(new Environment(environment.strip()), setting);
    }

    private Optional<String> spec() {
        Optional<String> spec = Optional.ofNullable(specName).map(String::strip).filter(text -> !text.isEmpty());
        spec.filter(text -> !SPECS.contains(text)).ifPresent(text -> {
            throw new IllegalArgumentException("gives " + environment.strip() + " the <specName> '" + text
                    + "', but the service knows 5ms, 50ms and 100ms");
        });
        return spec;
    }

    private Optional<List<String>> hosts() {
        Optional<List<String>> hosts = Optional.ofNullable(allowedHosts)
                .map(all -> all.stream()
                        .filter(Objects::nonNull)
                        .map(String::strip)
                        .filter(host -> !host.isEmpty())
                        .distinct()
                        .toList());
        hosts.stream().flatMap(List::stream).filter(host -> !host.matches(HOST)).forEach(host -> {
            // What has an @ may hold a password.
            String quoted = host.contains("@") ? "" : " '" + host + "'";
            throw new IllegalArgumentException("gives " + environment.strip() + " an <allowedHost>" + quoted
                    + " that is not a domain such as www.example.com, without scheme, port and path");
        });
        return hosts;
    }
}
