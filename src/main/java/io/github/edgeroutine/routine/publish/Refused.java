// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

/**
 * A publish without a plan.
 *
 * @param failure why, and that nothing was changed, in one line
 */
public record Refused(PublishRequest request, String failure) implements PlanResult {

    Outcome outcome() {
        return Outcome.refused(request, failure);
    }
}
