// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.upkeep;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.Setting;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The wanted settings of environments.
 *
 * @param settings by environment, in the order of the table; others are not changed
 * @param dryRun do everything except the write
 */
public record ConfigureRequest(RoutineName routine, Map<Environment, Setting> settings, boolean dryRun) {

    public ConfigureRequest {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
