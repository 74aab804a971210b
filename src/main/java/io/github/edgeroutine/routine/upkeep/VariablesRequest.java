// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.upkeep;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.Variable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The wanted function variables of environments.
 *
 * @param variables by name, the same in each of the environments; others are not changed
 * @param dryRun do everything except the writes
 */
public record VariablesRequest(
        RoutineName routine, List<Environment> environments, Map<String, Variable> variables, boolean dryRun) {

    public VariablesRequest {
        environments = List.copyOf(environments);
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }
}
