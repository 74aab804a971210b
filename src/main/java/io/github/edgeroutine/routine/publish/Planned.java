// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import io.github.edgeroutine.routine.CommaList;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.call.Progress;
import io.github.edgeroutine.routine.publish.Outcome.EnvironmentOutcome;
import io.github.edgeroutine.routine.publish.Outcome.Verdict;
import io.github.edgeroutine.routine.publish.Plan.Action;
import io.github.edgeroutine.routine.publish.Plan.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A publish with a plan. It creates the outcome of each environment from the plan.
 *
 * @param misbinding empty for revisions with the correct function variables
 * @param deployments the deployment of each environment before the publish, as in {@link RoutineState#deployments}
 */
public record Planned(
        PublishRequest request, Plan plan, Optional<Misbinding> misbinding, Map<Environment, String> deployments)
        implements PlanResult {

    /** Without knowledge of variables and deployments. */
    public Planned(PublishRequest request, Plan plan) {
        this(request, plan, Optional.empty(), Map.of());
    }

    /** Reports what the user should know before the publish. */
    void tell(Progress progress) {
        warning().ifPresent(progress::warn);
        misbinding.map(wrong -> wrong.words(request) + ". " + wrong.remedy()).ifPresent(progress::warn);
        List<String> empty = plan.steps(Action.PUBLISH).stream()
                .filter(step ->
                        step.before() == Live.NOTHING && !step.environment().isStaging())
                .map(step -> step.environment().name())
                .toList();
        if (request.rollout().splits() && !empty.isEmpty()) {
            progress.waits("Nothing runs in " + CommaList.of(empty) + " of routine " + request.routine()
                    + " yet, so revision " + plan.revision() + " gets all requests there at once.");
        }
    }

    private Optional<String> warning() {
        List<Step> leftBehind = plan.steps(Action.LEFT_BEHIND);
        return leftBehind.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Canary regions of routine " + request.routine() + " keep different code than production: "
                                + Planner.words(leftBehind)
                                + ". Add these regions or 'all' to {environments}.");
    }

    /**
     * The outcome if nothing was written.
     *
     * @param verdict for the environments that the plan publishes
     */
    public Outcome unwritten(Verdict verdict, Optional<String> failure) {
        return outcome(failure, step -> unwritten(step, verdict));
    }

    /**
     * The outcome if the state after the writes was not read, or could not be read.
     *
     * @param verdict for the environments that were written to
     */
    Outcome unseen(Written written, Verdict verdict, Optional<String> failure) {
        return outcome(
                failure,
                step -> written.last(step.environment())
                        .map(last -> verdict == Verdict.ACCEPTED
                                ? outcome(step, last, verdict, written.deployment(step.environment()))
                                : outcome(step, Live.UNKNOWN, verdict, Optional.empty()))
                        .orElseGet(() -> unwritten(step, Verdict.NOT_PUBLISHED)));
    }

    /** The outcome if the routine finally shows this state. */
    public Outcome seen(RoutineState state, Optional<String> failure) {
        return outcome(failure, step -> {
            Live after = state.liveIn(step.environment());
            return outcome(step, after, verdict(step, after), state.deploymentIn(step.environment()));
        });
    }

    private Verdict verdict(Step step, Live after) {
        if (after.equals(step.wanted())) {
            return Verdict.PUBLISHED;
        }
        if (!after.equals(step.before())
                && plan.revision().alone().filter(after::runs).isPresent()) {
            return Verdict.IN_PART;
        }
        return after.isKnown() ? Verdict.NOT_PUBLISHED : Verdict.UNKNOWN;
    }

    private Outcome outcome(Optional<String> failure, Function<Step, EnvironmentOutcome> published) {
        List<EnvironmentOutcome> environments = plan.steps().stream()
                .map(step -> switch (step.action()) {
                    case PUBLISH -> published.apply(step);
                    case UP_TO_DATE -> unwritten(step, Verdict.UP_TO_DATE);
                    case LEFT_BEHIND ->
                        new EnvironmentOutcome(
                                step.environment(),
                                step.before(),
                                Optional.empty(),
                                step.before(),
                                Verdict.LEFT_BEHIND,
                                deployment(step));
                })
                .toList();
        return new Outcome(request, Optional.of(plan.revision()), environments, failure);
    }

    private EnvironmentOutcome unwritten(Step step, Verdict verdict) {
        return outcome(step, step.before(), verdict, deployment(step));
    }

    private Optional<String> deployment(Step step) {
        return Optional.ofNullable(deployments.get(step.environment()));
    }

    private static EnvironmentOutcome outcome(Step step, Live after, Verdict verdict, Optional<String> deployment) {
        return new EnvironmentOutcome(
                step.environment(), step.before(), Optional.of(step.wanted()), after, verdict, deployment);
    }
}
