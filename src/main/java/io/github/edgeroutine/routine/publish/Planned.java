// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import io.github.edgeroutine.routine.publish.Plan.Action;
import io.github.edgeroutine.routine.publish.Plan.Step;
import java.util.List;
import java.util.Optional;

/** A publish that has a plan. */
public record Planned(PublishRequest request, Plan plan) implements PlanResult {

    /** What the user should know before it is carried out; empty if there is nothing. */
    Optional<String> warning() {
        List<Step> leftBehind = plan.steps(Action.LEFT_BEHIND);
        return leftBehind.isEmpty()
                ? Optional.empty()
                : Optional.of("Canary regions of routine " + request.routine() + " stay on other code than production: "
                        + Planner.words(leftBehind)
                        + ". Add them to {environments}, or 'all'.");
    }
}
