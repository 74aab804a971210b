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

/** A {@code <step>} of {@code <rollout>} in the POM. {@code <percent>} of the goal is a rollout with one step. */
public record RolloutSetting(Optional<String> percent, Optional<List<String>> environments, Optional<String> pause) {

    /**
     * Reads both parameters. They cannot be used together.
     *
     * @param percent {@code null} for all requests
     * @param rollout may be {@code null}
     * @return empty after an error
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
            faults.add(
                    "percent",
                    "cannot be used together with <rollout>, whose steps set the percentages: remove one of the two");
        }
        return faults.readInPom(
                "rollout",
                () -> Rollout.inSteps(NestedElement.all(rollout, "step", goal).stream()
                        .map(element -> of(element).step(goal))
                        .toList()));
    }

    private static RolloutSetting of(NestedElement element) {
        NestedElement step = element.holds("percent", "environments", "pause");
        return new RolloutSetting(step.text("percent"), step.names("environments"), step.text("pause"));
    }

    /** @throws IllegalArgumentException if the step is invalid; the message is the rest of a sentence */
    private RolloutStep step(GoalContext goal) {
        if (percent.isPresent() == environments.isPresent()) {
            throw new IllegalArgumentException("contains a <step> with "
                    + (percent.isPresent() ? "both <percent> and <environments>" : "no <percent> and no <environments>")
                    + ": set one of them");
        }
        Duration wait = NestedElement.within("pause", () -> ParameterText.seconds(pause.orElse("0"), 0));
        return environments
                .<RolloutStep>map(names -> NestedElement.within(
                        "step", () -> new EnvironmentStep(Targets.parse(names, goal.service()), wait)))
                .orElseGet(() -> NestedElement.within(
                        "percent", () -> new ShareStep(ParameterText.number(percent.get(), 1, 100), wait)));
    }
}
