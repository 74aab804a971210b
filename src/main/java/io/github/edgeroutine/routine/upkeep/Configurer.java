// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.upkeep;

import static java.util.stream.Collectors.joining;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CommaList;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.Nearest;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.Setting;
import io.github.edgeroutine.routine.call.GoalTime;
import io.github.edgeroutine.routine.call.Patience;
import io.github.edgeroutine.routine.call.Progress;
import io.github.edgeroutine.routine.call.ReadBack;
import io.github.edgeroutine.routine.call.RoutineClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Changes settings of environments: writes the differences, and checks the result. */
public final class Configurer {

    private static final String NOT_KNOWN =
            "It is not known whether the settings were changed: check the routine in {console}. It is safe to run"
                    + " the goal again.";

    /** As long as a publish waits by default. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RoutineClient routines;
    private final ReadBack readBack;

    /** @param time for the checks of what was written */
    public Configurer(RoutineClient routines, GoalTime time, Progress progress) {
        this.routines = routines;
        this.readBack = new ReadBack(routines, time, progress);
    }

    /**
     * @throws GoalFailedException if the name of a new environment is another spelling of an existing one
     */
    public static void refuseOtherSpellings(RoutineName routine, RoutineState state, Set<Environment> wanted)
            throws GoalFailedException {
        List<String> existing =
                state.live().keySet().stream().map(Environment::name).toList();
        for (Environment environment : wanted) {
            Optional<String> meant = Nearest.otherSpelling(environment.name(), existing);
            if (meant.isPresent()) {
                throw new GoalFailedException("Routine " + routine + " has no environment " + environment
                        + ", see {environmentSettings}. Did you mean " + meant.get() + "? There are: "
                        + CommaList.of(existing) + ". Nothing was changed.");
            }
        }
    }

    /** A sentence about canary regions that the routine does not have yet; otherwise empty. */
    public static Optional<String> warning(RoutineState state, Set<Environment> differences) {
        List<String> regions = differences.stream()
                .filter(environment -> environment.isCanary() && !state.live().containsKey(environment))
                .map(Environment::name)
                .toList();
        return regions.isEmpty()
                ? Optional.empty()
                : Optional.of("New canary regions no longer belong to production when they are added: "
                        + CommaList.of(regions)
                        + ". Publish a revision to them, too, because a publish to production no longer reaches them.");
    }

    /** @throws GoalFailedException if the write failed, or if the routine does not show it afterwards */
    public void write(RoutineName routine, Map<Environment, Setting> differences) throws GoalFailedException {
        String what = "environments " + names(differences) + " of routine " + routine;
        try {
            if (routines.configure(routine, differences).seen().isPresent()) {
                return;
            }
        } catch (CallFailedException e) {
            throw new GoalFailedException("Could not configure " + what + ": " + e.getMessage() + ". "
                    + e.seen()
                            .or(() -> readBack.lastLook(routine))
                            .map(seen -> shown(seen, differences))
                            .orElse(NOT_KNOWN)
                    + " "
                    + e.remedy());
        }
        RoutineState state = readBack.await(
                        routine, seen -> seen.differences(differences).isEmpty(), true, new Patience(PATIENCE))
                .orElseThrow(() -> new GoalFailedException(
                        "The service accepted the configuration of" + " " + what + ". " + NOT_KNOWN));
        Map<Environment, Setting> left = state.differences(differences);
        if (!left.isEmpty()) {
            throw new GoalFailedException("The service accepted the configuration of " + what
                    + ", but the routine does not show the new settings of " + names(left)
                    + ". See in {console} whether it has such an environment.");
        }
    }

    private static String shown(RoutineState state, Map<Environment, Setting> differences) {
        Map<Environment, Setting> left = state.differences(differences);
        return left.size() == differences.size()
                ? "The routine does not show any of the new settings."
                : "The routine does not show the new settings of " + names(left) + ".";
    }

    private static String names(Map<Environment, Setting> settings) {
        return settings.keySet().stream().map(Environment::name).collect(joining(", "));
    }
}
