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
 * How fast a revision comes to the users: at once, with a share that stays, or in steps.
 *
 * @param steps at least one; either all of them give the share of the requests, or all of them name environments
 */
public record Rollout(List<RolloutStep> steps) {

    private static final int ALL = 100;

    /** Everywhere and for every request. */
    public static final Rollout AT_ONCE = share(ALL);

    /** A part of the way, after which one waits and looks whether all is well. */
    public sealed interface RolloutStep permits ShareStep, EnvironmentStep {

        /** The time between the writes of the step and the probes after it. */
        Duration pause();
    }

    /**
     * In every environment but staging, which gets the revision whole.
     *
     * @param percent of the requests that the revision answers after the step, from 1 to 100
     */
    public record ShareStep(int percent, Duration pause) implements RolloutStep {

        /** @throws IllegalArgumentException if the number is none; the message is the rest of a sentence */
        public ShareStep {
            if (percent < 1 || percent > ALL) {
                throw new IllegalArgumentException("is " + percent + " percent, but must be from 1 to 100");
            }
            demandTime(pause);
        }
    }

    /**
     * The whole revision in some environments.
     *
     * @param targets {@code all} means those that no step before this one names
     */
    public record EnvironmentStep(Targets targets, Duration pause) implements RolloutStep {

        /** @throws IllegalArgumentException if the pause is below zero */
        public EnvironmentStep {
            demandTime(pause);
        }
    }

    /** @throws IllegalArgumentException if the steps do not go together; the message is the rest of a sentence */
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
     * The revision gets a share, and keeps it.
     *
     * @throws IllegalArgumentException as {@link ShareStep}
     */
    public static Rollout share(int percent) {
        return new Rollout(List.of(new ShareStep(percent, Duration.ZERO)));
    }

    /**
     * The revision comes in steps; in the end it answers every request.
     *
     * @throws IllegalArgumentException if the steps do not go together; the message is the rest of a sentence
     */
    public static Rollout inSteps(List<RolloutStep> steps) {
        List<RolloutStep> all = new ArrayList<>(new Rollout(steps).steps());
        if (all.get(all.size() - 1) instanceof ShareStep last && last.percent() < ALL) {
            all.add(new ShareStep(ALL, Duration.ZERO));
        }
        return new Rollout(all);
    }

    /** The share that the revision has in the end. */
    public int percent() {
        return steps.get(steps.size() - 1) instanceof ShareStep last ? last.percent() : ALL;
    }

    /** Whether one waits and looks in between. */
    public boolean hasSteps() {
        return steps.size() > 1;
    }

    /** Whether there will be environments in which two revisions share the requests. */
    public boolean splits() {
        return steps.stream().anyMatch(step -> step instanceof ShareStep share && share.percent() < ALL);
    }

    /** The environments that the steps name; empty if they name none. */
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
     * How long a publish may take by its own waits.
     *
     * @param step how long the looks and the probes after each step may take
     */
    public Duration longest(Duration step) {
        return steps.stream().map(RolloutStep::pause).reduce(step.multipliedBy(steps.size()), Duration::plus);
    }

    /** The option that asks for it. */
    String option() {
        return hasSteps() || targets().isPresent() ? "{rollout}" : "{percent}";
    }
}
