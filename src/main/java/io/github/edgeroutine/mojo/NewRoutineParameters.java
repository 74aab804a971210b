// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.mojo.parameters.EnvironmentSetting;
import io.github.edgeroutine.mojo.parameters.ParameterErrors;
import io.github.edgeroutine.routine.CommaList;
import io.github.edgeroutine.routine.EdgeRoutines.NewRoutine;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.Setting;
import io.github.edgeroutine.routine.upkeep.UploadDescription;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** Reads the parameters of a routine to create. */
record NewRoutineParameters(GoalContext goal, ParameterErrors faults) {

    /** The names that both consoles allow. The ESA console requires a letter at the beginning. */
    private static final String NAME = "[a-z][a-z0-9-]+";

    /** Checks only new routines: an existing one may have a name from an older rule. */
    static void checkName(RoutineName name, ParameterErrors faults) {
        if (!name.text().matches(NAME)) {
            faults.add(
                    "name",
                    "is '" + name
                            + "', which is not a valid name for a new routine. Use at least two lower-case"
                            + " letters, digits and hyphens, and start with a letter");
        }
    }

    /**
     * @param description may be {@code null}
     * @param environments may be {@code null}
     * @return empty also if the name is
     */
    Optional<NewRoutine> read(
            Optional<RoutineName> name, String description, PlexusConfiguration environments, boolean hasAssets) {
        name.ifPresent(given -> checkName(given, faults));
        UploadDescription text = UploadDescription.of(description == null ? "" : description);
        if (text.isCut()) {
            faults.add(
                    "routineDescription",
                    "has " + text.given() + " characters, but the service allows only " + UploadDescription.LONGEST);
        }
        if (hasAssets && goal.service().largestAsset().isEmpty()) {
            faults.add("hasAssets", "is true, but this service has no static files: remove it");
        }
        Map<Environment, Setting> settings = settings(environments);
        return name.map(given -> new NewRoutine(given, text.text(), settings, hasAssets));
    }

    private Map<Environment, Setting> settings(PlexusConfiguration environments) {
        if (environments == null || environments.getChildCount() == 0) {
            return Map.of();
        }
        Map<Environment, Setting> settings = new LinkedHashMap<>(EnvironmentSetting.all(environments, goal, faults));
        List<String> canaries = settings.keySet().stream()
                .filter(Environment::isCanary)
                .map(Environment::name)
                .toList();
        if (!canaries.isEmpty()) {
            goal.log()
                    .warn("A new routine has only staging and production, so these environments of"
                            + " {environmentSettings} are ignored: "
                            + CommaList.of(canaries) + ". Add them with edge-routine:configure.");
            settings.keySet().removeIf(Environment::isCanary);
        }
        return settings;
    }
}
