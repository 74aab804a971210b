// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.upkeep;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.Setting;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the environments of a routine shall have.
 *
 * @param settings by environment, in the order in which they are shown; others are not touched
 * @param dryRun all but the write
 */
public record ConfigureRequest(RoutineName routine, Map<Environment, Setting> settings, boolean dryRun) {

    public ConfigureRequest {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
