// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.CommaList;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.Nearest;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.Traffic;
import io.github.edgeroutine.routine.UnnumberedCode;
import io.github.edgeroutine.routine.choice.RevisionChoice.ToCome;
import io.github.edgeroutine.routine.choice.RoutineLookup;
import io.github.edgeroutine.routine.publish.Plan.Action;
import io.github.edgeroutine.routine.publish.Plan.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Creates the plan of a request from what is live. Pure: the same request and state always give the same plan. */
public final class Planner {

    private final PublishRequest request;
    private final RoutineState state;
    private final RoutineLookup lookup;

    private Planner(PublishRequest request, RoutineState state) {
        this.request = request;
        this.state = state;
        this.lookup = new RoutineLookup(request.routine(), state);
    }

    public static Plan plan(PublishRequest request, RoutineState state) throws GoalFailedException {
        return new Planner(request, state).plan();
    }

    /** The plan without a known state: all given environments are published. */
    static Plan blind(PublishRequest request, Traffic wanted) throws GoalFailedException {
        return StagePlanner.plan(request, wanted, runs(request.targets().named(), environment -> Live.UNKNOWN), false);
    }

    private static Map<Environment, Live> runs(List<Environment> targets, Function<Environment, Live> live) {
        Map<Environment, Live> runs = new LinkedHashMap<>();
        targets.forEach(environment -> runs.put(environment, live.apply(environment)));
        return runs;
    }

    private Plan plan() throws GoalFailedException {
        List<Environment> targets = targets(request.targets(), lookup);
        Live revision = revision();
        Plan plan = StagePlanner.plan(request, revision, runs(targets, state::liveIn), true);
        demandExpected(plan.steps(Action.PUBLISH));
        List<Step> leftBehind = leftBehind(targets, revision);
        if (!leftBehind.isEmpty() && request.leftBehind() == LeftBehind.FAIL) {
            throw new GoalFailedException("Canary regions would keep different code than production: "
                    + words(leftBehind)
                    + ". Add these regions or 'all' to {environments}, or set {leftBehind}"
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
                    + ". To publish it anyway, set {force}.");
        }
    }

    /** The requested environments. Each of them must exist. */
    public static List<Environment> targets(Targets asked, RoutineLookup lookup) throws GoalFailedException {
        List<Environment> targets = asked.among(lookup.state().live().keySet());
        for (Environment target : targets) {
            lookup.demand(target, "{environments}");
        }
        if (targets.isEmpty()) {
            throw new GoalFailedException("Routine " + lookup.routine()
                    + " has no production environment and no canary region, so 'all' in {environments} matches"
                    + " nothing. "
                    + Nearest.hint("", lookup.environments()));
        }
        return targets;
    }

    private Live revision() throws GoalFailedException {
        if (request.revision() instanceof ToCome) {
            return UnnumberedCode.NEW;
        }
        Optional<Traffic> given = request.revision().given();
        if (given.isEmpty()) {
            return Traffic.all(lookup.revision(request.revision()));
        }
        for (CodeRevision revision : given.get().shares().keySet()) {
            lookup.demand(revision);
        }
        return given.get();
    }

    private List<Step> leftBehind(List<Environment> targets, Live wanted) {
        if (request.leftBehind() == LeftBehind.IGNORE || targets.stream().noneMatch(Environment::isProduction)) {
            return List.of();
        }
        Set<Environment> taken = Set.copyOf(targets);
        return state.live().keySet().stream()
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
