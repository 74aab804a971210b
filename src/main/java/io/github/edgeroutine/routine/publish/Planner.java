// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.CommaList;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.Nearest;
import io.github.edgeroutine.routine.Revision;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.Traffic;
import io.github.edgeroutine.routine.UnnumberedCode;
import io.github.edgeroutine.routine.publish.Plan.Action;
import io.github.edgeroutine.routine.publish.Plan.Step;
import io.github.edgeroutine.routine.publish.RevisionChoice.LiveIn;
import io.github.edgeroutine.routine.publish.RevisionChoice.ToCome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Decides what a request comes to, given what is live. Pure: the same request and state always make the same plan. */
public final class Planner {

    private final PublishRequest request;
    private final RoutineState state;
    private final Set<Environment> existing;

    private Planner(PublishRequest request, RoutineState state) {
        this.request = request;
        this.state = state;
        this.existing = state.live().keySet();
    }

    public static Plan plan(PublishRequest request, RoutineState state) throws GoalFailedException {
        return new Planner(request, state).plan();
    }

    /** The plan of somebody who cannot look: everything that is named is published. */
    static Plan blind(PublishRequest request, Traffic wanted) throws GoalFailedException {
        return StagePlanner.plan(request, wanted, runs(request.targets().named(), environment -> Live.UNKNOWN), false);
    }

    private static Map<Environment, Live> runs(List<Environment> targets, Function<Environment, Live> live) {
        Map<Environment, Live> runs = new LinkedHashMap<>();
        targets.forEach(environment -> runs.put(environment, live.apply(environment)));
        return runs;
    }

    private Plan plan() throws GoalFailedException {
        List<Environment> targets = targets(request.routine(), request.targets(), existing);
        Live revision = revision();
        Plan plan = StagePlanner.plan(request, revision, runs(targets, state::liveIn), true);
        demandExpected(plan.steps(Action.PUBLISH));
        List<Step> leftBehind = leftBehind(targets, revision);
        if (!leftBehind.isEmpty() && request.leftBehind() == LeftBehind.FAIL) {
            throw new GoalFailedException("Production would leave canary regions on other code: "
                    + words(leftBehind)
                    + ". Add them to {environments}, or 'all', or set {leftBehind}"
                    + " to warn or ignore.");
        }
        return new Plan(
                request.routine(),
                revision,
                Stream.concat(plan.steps().stream(), leftBehind.stream()).toList(),
                plan.stages(),
                true);
    }

    private void demandExpected(List<Step> published) throws GoalFailedException {
        List<String> others = published.stream()
                .filter(step -> request.expected()
                        .getOrDefault(step.environment(), Live.UNKNOWN)
                        .isKnown())
                .filter(step -> !step.before().equals(request.expected().get(step.environment())))
                .map(step -> step.environment() + " runs " + step.before() + ", not "
                        + request.expected().get(step.environment()))
                .toList();
        if (!others.isEmpty()) {
            throw new GoalFailedException("Somebody else has published routine " + request.routine()
                    + " in the meantime, so " + request + " is not published: " + CommaList.of(others)
                    + ". To publish it all the same, set {force}.");
        }
    }

    /** @param existing all that the routine has */
    public static List<Environment> targets(RoutineName routine, Targets asked, Set<Environment> existing)
            throws GoalFailedException {
        List<Environment> targets = asked.among(existing);
        for (Environment target : targets) {
            demandEnvironment(routine, target, existing, "{environments}");
        }
        if (targets.isEmpty()) {
            throw new GoalFailedException("Routine " + routine
                    + " has neither production nor a canary, so 'all' in"
                    + " {environments} means nothing. "
                    + Nearest.hint("", names(existing)));
        }
        return targets;
    }

    private static void demandEnvironment(
            RoutineName routine, Environment environment, Set<Environment> existing, String element)
            throws GoalFailedException {
        if (!existing.contains(environment)) {
            throw new GoalFailedException("Routine " + routine + " has no environment " + environment + ", which "
                    + element + " names. " + Nearest.hint(environment.name(), names(existing)));
        }
    }

    private static List<String> names(Set<Environment> existing) {
        return existing.stream().map(Environment::name).toList();
    }

    private Live revision() throws GoalFailedException {
        if (request.revision() instanceof ToCome) {
            return UnnumberedCode.NEW;
        }
        Optional<Traffic> given = request.revision().given();
        if (given.isPresent()) {
            for (CodeRevision revision : given.get().shares().keySet()) {
                demandRevision(revision);
            }
            return given.get();
        }
        return Traffic.all(chosen());
    }

    private CodeRevision chosen() throws GoalFailedException {
        if (request.revision() instanceof LiveIn source) {
            return aloneIn(source.environment());
        }
        return state.latest()
                .orElseThrow(() -> new GoalFailedException("Routine " + request.routine()
                        + " has no committed revision yet, so" + " {codeRevision} latest names none."));
    }

    private CodeRevision aloneIn(Environment source) throws GoalFailedException {
        demandEnvironment(request.routine(), source, existing, "{codeRevision}");
        Live live = state.liveIn(source);
        if (live.traffic().isPresent() && live.alone().isEmpty()) {
            throw new GoalFailedException("Environment " + source + " of routine " + request.routine() + " runs " + live
                    + ", so {codeRevision} @" + source
                    + " does not name one revision. Name one of them by its digits.");
        }
        if (!live.isKnown()) {
            throw new GoalFailedException("It is not known what " + source + " of routine " + request.routine()
                    + " runs, so {codeRevision} @" + source + " names no revision.");
        }
        return live.alone()
                .orElseThrow(() -> new GoalFailedException("No committed revision runs in " + source + " of routine "
                        + request.routine() + ", so {codeRevision} @" + source
                        + " names no revision."));
    }

    /** What runs somewhere is there, even if the list does not show it. */
    private void demandRevision(CodeRevision asked) throws GoalFailedException {
        if (!state.keeps(asked) && state.running(asked).isEmpty()) {
            String others = CommaList.of(
                    state.revisions().stream().map(Revision::toString).toList());
            throw new GoalFailedException("Routine " + request.routine() + " has no revision " + asked
                    + ", which {codeRevision} names. "
                    + (others.isEmpty() ? "It has none at all." : "It has, newest first: " + others + "."));
        }
    }

    private List<Step> leftBehind(List<Environment> targets, Live wanted) {
        if (request.leftBehind() == LeftBehind.IGNORE || targets.stream().noneMatch(Environment::isProduction)) {
            return List.of();
        }
        Set<Environment> taken = Set.copyOf(targets);
        return existing.stream()
                .filter(environment -> environment.isCanary() && !taken.contains(environment))
                .map(environment -> {
                    Live live = state.liveIn(environment);
                    return new Step(environment, live, live, Action.LEFT_BEHIND);
                })
                .filter(step -> !step.before().equals(wanted))
                .toList();
    }

    static String words(List<Step> steps) {
        return CommaList.of(steps.stream()
                .map(step -> step.environment() + " (" + step.before() + ")")
                .toList());
    }
}
