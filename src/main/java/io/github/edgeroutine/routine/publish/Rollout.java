// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import io.github.edgeroutine.routine.Environment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a revision is rolled out: at once, with a fixed share, or in steps.
 *
 * @param steps at least one; all of them have a share of the requests, or all of them have environments
 */
public record Rollout(List<RolloutStep> steps) {

    private static final int ALL = 100;

    /** In all environments and for all requests. */
    public static final Rollout AT_ONCE = share(ALL);

    /** A part of the rollout. After it there is a pause and a check. */
    public sealed interface RolloutStep permits ShareStep, EnvironmentStep {

        /** The time between the writes of the step and the probes after it. */
        Duration pause();
    }

    /**
     * In all environments except staging, which gets the revision for all requests.
     *
     * @param percent the share of the requests after the step, from 1 to 100
     */
    public record ShareStep(int percent, Duration pause) implements RolloutStep {

        /** @throws IllegalArgumentException if the number is out of range; the message is the rest of a sentence */
        public ShareStep {
            if (percent < 1 || percent > ALL) {
                throw new IllegalArgumentException("is " + percent + " percent, but must be from 1 to 100");
            }
            demandTime(pause);
        }
    }

    /**
     * The revision for all requests in some environments.
     *
     * @param targets {@code all} means those that no earlier step has
     */
    public record EnvironmentStep(Targets targets, Duration pause) implements RolloutStep {

        /** @throws IllegalArgumentException if the pause is below zero */
        public EnvironmentStep {
            demandTime(pause);
        }
    }

    /** @throws IllegalArgumentException if the steps do not fit together; the message is the rest of a sentence */
    public Rollout {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("has no step");
        }
        int percent = 0;
        Set<Environment> named = new HashSet<>();
        for (RolloutStep step : steps) {
            if (step.getClass() != steps.get(0).getClass()) {
                throw new IllegalArgumentException(
                        "mixes steps with percent and steps with environments: use the same element in all steps");
            }
            if (step instanceof ShareStep share) {
                if (share.percent() <= percent) {
                    throw new IllegalArgumentException("has a step of " + share.percent() + " percent after one of "
                            + percent + ": the share of each step must be larger than the share before it");
                }
                percent = share.percent();
            } else {
                for (Environment environment :
                        ((EnvironmentStep) step).targets().named()) {
                    if (!named.add(environment)) {
                        throw new IllegalArgumentException("names " + environment + " in two steps");
                    }
                }
            }
        }
    }

    private static void demandTime(Duration pause) {
        if (pause.isNegative()) {
            throw new IllegalArgumentException("has a pause below zero");
        }
    }

    /**
     * The revision gets a share and keeps it.
     *
     * @throws IllegalArgumentException as {@link ShareStep}
     */
    public static Rollout share(int percent) {
        return new Rollout(List.of(new ShareStep(percent, Duration.ZERO)));
    }

    /**
     * The revision is rolled out in steps. After the last step it answers all requests.
     *
     * @throws IllegalArgumentException if the steps do not fit together; the message is the rest of a sentence
     */
    public static Rollout inSteps(List<RolloutStep> steps) {
        List<RolloutStep> all = new ArrayList<>(new Rollout(steps).steps());
        if (all.get(all.size() - 1) instanceof ShareStep last && last.percent() < ALL) {
            all.add(new ShareStep(ALL, Duration.ZERO));
        }
        return new Rollout(all);
    }

    /** The final share of the revision. */
    public int percent() {
        return steps.get(steps.size() - 1) instanceof ShareStep last ? last.percent() : ALL;
    }

    /** Whether there are several steps. */
    public boolean hasSteps() {
        return steps.size() > 1;
    }

    /** Whether two revisions will share the requests in some environment. */
    public boolean splits() {
        return steps.stream().anyMatch(step -> step instanceof ShareStep share && share.percent() < ALL);
    }

    /** The environments of the steps; empty if they have none. */
    public Optional<Targets> targets() {
        List<Targets> all = steps.stream()
                .flatMap(step -> step instanceof EnvironmentStep named ? Stream.of(named.targets()) : Stream.empty())
                .toList();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new Targets(
                        all.stream().anyMatch(Targets::all),
                        all.stream().flatMap(each -> each.named().stream()).toList()));
    }

    /**
     * The longest time that a publish can wait.
     *
     * @param step the longest time for the checks and probes after each step
     */
    public Duration longest(Duration step) {
        return steps.stream().map(RolloutStep::pause).reduce(step.multipliedBy(steps.size()), Duration::plus);
    }

    /** The option that sets it. */
    String option() {
        return hasSteps() || targets().isPresent() ? "{rollout}" : "{percent}";
    }
}
