// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.parameters;

import io.github.edgeroutine.mojo.context.GoalContext;
import io.github.edgeroutine.routine.publish.Rollout;
import io.github.edgeroutine.routine.publish.Rollout.EnvironmentStep;
import io.github.edgeroutine.routine.publish.Rollout.RolloutStep;
import io.github.edgeroutine.routine.publish.Rollout.ShareStep;
import io.github.edgeroutine.routine.publish.Targets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** The parameters {@code <percent>} and {@code <rollout>}, of which one excludes the other. */
public final class RolloutSetting {

    private static final String ROLLOUT = "rollout";

    private RolloutSetting() {}

    /**
     * Reads them.
     *
     * @param percent {@code null} for all requests
     * @param rollout {@code null} for no steps
     * @return empty if a fault was noted
     */
    public static Optional<Rollout> read(
            String percent, PlexusConfiguration rollout, GoalContext goal, ParameterErrors faults) {
        boolean hasPercent = percent != null && !percent.isBlank();
        if (rollout == null) {
            return hasPercent
                    ? faults.read("percent", () -> Rollout.share(ParameterText.number(percent, 1, 100)))
                    : Optional.of(Rollout.AT_ONCE);
        }
        if (hasPercent) {
            faults.add("percent", "excludes <rollout>, whose steps give the percentages: leave out one of both");
        }
        return faults.readInPom(
                ROLLOUT,
                () -> Rollout.inSteps(NestedElement.all(rollout, "step", goal).stream()
                        .map(element -> step(element, goal))
                        .toList()));
    }

    private static RolloutStep step(NestedElement element, GoalContext goal) {
        NestedElement step = element.holds("percent", "environments", "pause");
        Optional<String> percent = step.text("percent");
        Optional<List<String>> environments = step.names("environments");
        if (percent.isPresent() == environments.isPresent()) {
            throw new IllegalArgumentException("holds a <step> with "
                    + (percent.isPresent()
                            ? "both <percent> and <environments>"
                            : "neither <percent> nor <environments>")
                    + ": give one of them");
        }
        Duration pause = NestedElement.within(
                "pause", () -> ParameterText.seconds(step.text("pause").orElse("0"), 0));
        return environments
                .<RolloutStep>map(names -> NestedElement.within(
                        "step", () -> new EnvironmentStep(Targets.parse(names, goal.service()), pause)))
                .orElseGet(() -> NestedElement.within(
                        "percent", () -> new ShareStep(ParameterText.number(percent.get(), 1, 100), pause)));
    }
}
