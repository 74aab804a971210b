// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import io.github.edgeroutine.routine.publish.Plan.Action;
import io.github.edgeroutine.routine.publish.Plan.Step;
import java.util.List;
import java.util.Optional;

/**
 * A publish before it is carried out. Nothing was written yet.
 *
 * @param plan empty if there can be none
 * @param refusal why there can be none; empty if there is one
 */
public record Draft(PublishRequest request, Optional<Plan> plan, Optional<Outcome> refusal) {

    static Draft of(PublishRequest request, Plan plan) {
        return new Draft(request, Optional.of(plan), Optional.empty());
    }

    static Draft refused(PublishRequest request, String failure) {
        return new Draft(request, Optional.empty(), Optional.of(Outcome.refused(request, failure)));
    }

    /** What the user should know before it is carried out; empty if there is nothing. */
    Optional<String> warning() {
        List<Step> leftBehind = plan.map(each -> each.steps(Action.LEFT_BEHIND)).orElse(List.of());
        return leftBehind.isEmpty()
                ? Optional.empty()
                : Optional.of("Canary regions of routine " + request.routine() + " stay on other code than production: "
                        + Planner.words(leftBehind)
                        + ". Add them to <environments> (-Dedge-routine.environments), or 'all'.");
    }
}
