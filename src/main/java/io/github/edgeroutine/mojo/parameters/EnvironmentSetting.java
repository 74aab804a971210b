// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.parameters;

import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.ServiceTraits;
import io.github.edgeroutine.routine.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** An {@code <environmentSetting>} as the POM has it. */
public record EnvironmentSetting(
        Optional<String> environment, Optional<String> specName, Optional<List<String>> allowedHosts) {

    private static final String PARAMETER = "environmentSettings";
    private static final List<String> SPECS = List.of("5ms", "50ms", "100ms");

    /** Allows letters of any language, a star as one part, and a dot at the end. */
    private static final String HOST = "(?=.{1,254}$)[\\p{L}\\p{M}\\p{N}*_-]+(\\.[\\p{L}\\p{M}\\p{N}*_-]+)*\\.?";

    /** @param written may be {@code null}; an invalid element is left out, and its error is added */
    public static Map<Environment, Setting> all(PlexusConfiguration written, GoalContext goal, ParameterErrors faults) {
        Optional<String> instead = goal.service().insteadOfSettings();
        if (instead.isPresent()) {
            faults.addInPom(
                    PARAMETER, "cannot be set, because this service has no environment settings. " + instead.get());
            return Map.of();
        }
        if (written == null || written.getChildCount() == 0) {
            faults.addInPom(PARAMETER, "is missing: name at least one <environmentSetting>");
        }
        Map<Environment, Setting> all = new LinkedHashMap<>();
        NestedElement.all(PARAMETER, written, "environmentSetting", goal, faults).stream()
                .flatMap(element ->
                        faults.readInPom(PARAMETER, () -> of(element).settings(goal.service())).stream())
                .flatMap(each -> each.entrySet().stream())
                .forEach(setting -> {
                    if (all.put(setting.getKey(), setting.getValue()) != null) {
                        faults.addInPom(PARAMETER, "names " + setting.getKey() + " twice");
                    }
                });
        return all;
    }

    static EnvironmentSetting of(NestedElement element) {
        NestedElement setting = element.holds("environment", "specName", "allowedHosts");
        return new EnvironmentSetting(
                setting.text("environment"), setting.text("specName"), setting.names("allowedHosts"));
    }

    /**
     * Returns one setting for each environment.
     *
     * @throws IllegalArgumentException if it names no environment or sets nothing; the message is the rest of a
     *     sentence
     */
    Map<Environment, Setting> settings(ServiceTraits service) {
        List<String> names = ParameterText.names(List.of(environment.orElse("")));
        if (names.isEmpty()) {
            throw new IllegalArgumentException("contains an <environmentSetting> without <environment>");
        }
        Setting setting = new Setting(spec(names), hosts(names));
        if (setting.equals(Setting.NONE)) {
            throw new IllegalArgumentException(
                    "sets no <specName> and no <allowedHosts> for " + String.join(", ", names));
        }
        Map<Environment, Setting> settings = new LinkedHashMap<>();
        names.forEach(name -> settings.put(service.environment(name), setting));
        return settings;
    }

    private Optional<String> spec(List<String> names) {
        Optional<String> spec = specName;
        spec.filter(text -> !SPECS.contains(text)).ifPresent(text -> {
            throw new IllegalArgumentException("sets the <specName> of " + String.join(", ", names) + " to '" + text
                    + "', but the service knows only 5ms, 50ms and 100ms");
        });
        return spec;
    }

    private Optional<List<String>> hosts(List<String> names) {
        Optional<List<String>> hosts =
                allowedHosts.map(all -> all.stream().distinct().toList());
        hosts.stream().flatMap(List::stream).filter(host -> !host.matches(HOST)).forEach(host -> {
            // A text with an @ may contain a password.
            String quoted = host.contains("@") ? "" : " '" + host + "'";
            throw new IllegalArgumentException("contains an <allowedHost>" + quoted + " of " + String.join(", ", names)
                    + " that is not a domain such as www.example.com (without scheme, port and path)");
        });
        return hosts;
    }
}
