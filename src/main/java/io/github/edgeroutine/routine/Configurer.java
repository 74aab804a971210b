// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.Map;

/** Sets environments up: writes what differs, and reads it back. */
public final class Configurer {

    private final EdgeRoutines routines;

    public Configurer(EdgeRoutines routines) {
        this.routines = routines;
    }

    /** What has to be written of what is wanted; an environment that is as it shall be is left out. */
    public static Map<Environment, Setting> plan(RoutineState state, Map<Environment, Setting> wanted) {
        Map<Environment, Setting> differences = new LinkedHashMap<>();
        wanted.forEach((environment, setting) -> {
            Setting difference = setting.differenceFrom(state.settingOf(environment));
            if (!difference.equals(Setting.NONE) || !state.live().containsKey(environment)) {
                differences.put(environment, difference);
            }
        });
        return differences;
    }

    /** @throws GoalFailedException if the write failed, or the routine does not show it afterwards */
    public void write(RoutineName routine, Map<Environment, Setting> differences) throws GoalFailedException {
        String what = "environments "
                + differences.keySet().stream().map(Environment::name).collect(joining(", ")) + " of routine "
                + routine;
        try {
            routines.configure(routine, differences);
            Map<Environment, Setting> left = plan(routines.describe(routine), differences);
            if (!left.isEmpty()) {
                throw new GoalFailedException("The service took the configuration of " + what
                        + ", but does not show that"
                        + " of " + left.keySet().stream().map(Environment::name).collect(joining(", "))
                        + ". See in the DCDN console whether it has such an environment.");
            }
        } catch (CallFailedException e) {
            throw new GoalFailedException("Could not configure " + what + ", or not see whether it is so: "
                    + e.getMessage() + ". Look at the routine in the DCDN console; writing it again does no harm. "
                    + e.remedy());
        }
    }
}
