// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.upkeep;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.Variable;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The variables to set in an environment.
 *
 * @param present the variables that it has
 * @param wanted the variables that it should have
 */
public record VariableChanges(Environment environment, Map<String, Variable> present, Map<String, Variable> wanted) {

    /** Secrets are always set, because they cannot be compared. */
    public Map<String, Variable> due() {
        Map<String, Variable> due = new LinkedHashMap<>();
        wanted.forEach((name, variable) -> {
            if (variable.isSecret() || !variable.equals(present.get(name))) {
                due.put(name, variable);
            }
        });
        return due;
    }

    /** How many variables the environment will have. */
    int total() {
        Set<String> names = new HashSet<>(present.keySet());
        names.addAll(wanted.keySet());
        return names.size();
    }

    /** A line for each variable, with its name and without its value. */
    public List<String> lines() {
        return wanted.keySet().stream()
                .map(name -> "  " + environment + "  " + name + "  " + fate(name))
                .toList();
    }

    private String fate(String name) {
        if (!present.containsKey(name)) {
            return "new, " + wanted.get(name);
        }
        if (wanted.get(name).isSecret()) {
            return "set again, because a secret cannot be compared";
        }
        return due().containsKey(name) ? "changed, " + wanted.get(name) : "up to date";
    }
}
