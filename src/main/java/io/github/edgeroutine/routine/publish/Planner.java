// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.CommaList;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.Nearest;
import io.github.edgeroutine.routine.Revision;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.publish.Plan.Action;
import io.github.edgeroutine.routine.publish.Plan.Step;
import io.github.edgeroutine.routine.publish.RevisionChoice.Exactly;
import io.github.edgeroutine.routine.publish.RevisionChoice.LiveIn;
import io.github.edgeroutine.routine.publish.RevisionChoice.ToCome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Decides what a request comes to, given what is live. Pure: the same request and state always make the same plan. */
public final class Planner {

    /** Stands in the table for a revision that does not exist yet. */
    private static final CodeRevision NEW = new CodeRevision("new");

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
    static Plan blind(PublishRequest request, CodeRevision revision) {
        return new Plan(
                request.routine(),
                revision,
                request.targets().named().stream()
                        .map(environment -> new Step(environment, Optional.empty(), false, Action.PUBLISH))
                        .toList(),
                false);
    }

    private Plan plan() throws GoalFailedException {
        List<Environment> targets = targets(request.routine(), request.targets(), existing);
        CodeRevision revision = revision();
        List<Step> steps = targets.stream()
                .map(environment -> step(environment, action(environment, revision)))
                .toList();
        List<Step> leftBehind = leftBehind(targets, revision);
        if (!leftBehind.isEmpty() && request.leftBehind() == LeftBehind.FAIL) {
            throw new GoalFailedException("Production would leave canary regions on other code: "
                    + words(leftBehind)
                    + ". Add them to <environments> (-Dedge-routine.environments), or 'all', or set <leftBehind>"
                    + " (-Dedge-routine.leftBehind) to warn or ignore.");
        }
        return new Plan(
                request.routine(),
                revision,
                Stream.concat(steps.stream(), leftBehind.stream()).toList(),
                true);
    }

    /** @param existing all that the routine has */
    public static List<Environment> targets(RoutineName routine, Targets asked, Set<Environment> existing)
            throws GoalFailedException {
        List<Environment> targets = asked.among(existing);
        for (Environment target : targets) {
            demandEnvironment(routine, target, existing, "<environments> (-Dedge-routine.environments)");
        }
        if (targets.isEmpty()) {
            throw new GoalFailedException("Routine " + routine
                    + " has neither production nor a canary, so 'all' in"
                    + " <environments> (-Dedge-routine.environments) means nothing. "
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

    private CodeRevision revision() throws GoalFailedException {
        if (request.revision() instanceof Exactly exactly) {
            return kept(exactly.revision());
        }
        if (request.revision() instanceof LiveIn source) {
            demandEnvironment(
                    request.routine(), source.environment(), existing, "<codeRevision> (-Dedge-routine.codeRevision)");
            return state.liveIn(source.environment())
                    .filter(CodeRevision::isCommitted)
                    .orElseThrow(() -> new GoalFailedException("No committed revision runs in " + source.environment()
                            + " of routine " + request.routine() + ", so <codeRevision> (-Dedge-routine.codeRevision) @"
                            + source.environment() + " names no revision."));
        }
        if (request.revision() instanceof ToCome) {
            return NEW;
        }
        return state.latest()
                .orElseThrow(() ->
                        new GoalFailedException("Routine " + request.routine() + " has no committed revision yet, so"
                                + " <codeRevision> (-Dedge-routine.codeRevision) latest names none."));
    }

    /** What runs somewhere is there, even if the list does not show it. */
    private CodeRevision kept(CodeRevision asked) throws GoalFailedException {
        boolean listed = state.revisions().stream().map(Revision::number).anyMatch(asked::equals);
        if (!listed && !state.live().containsValue(Optional.of(asked))) {
            String others = CommaList.of(
                    state.revisions().stream().map(Revision::toString).toList());
            throw new GoalFailedException("Routine " + request.routine() + " has no revision " + asked
                    + ", which <codeRevision> (-Dedge-routine.codeRevision) names. "
                    + (others.isEmpty() ? "It has none at all." : "It has, newest first: " + others + "."));
        }
        return asked;
    }

    private Step step(Environment environment, Action action) {
        return new Step(environment, state.liveIn(environment), !state.isUnknown(environment), action);
    }

    private Action action(Environment environment, CodeRevision revision) {
        boolean current = state.liveIn(environment).equals(Optional.of(revision));
        return current && !request.force() ? Action.UP_TO_DATE : Action.PUBLISH;
    }

    private List<Step> leftBehind(List<Environment> targets, CodeRevision revision) {
        if (request.leftBehind() == LeftBehind.IGNORE || targets.stream().noneMatch(Environment::isProduction)) {
            return List.of();
        }
        Set<Environment> taken = Set.copyOf(targets);
        return existing.stream()
                .filter(environment -> environment.isCanary() && !taken.contains(environment))
                .filter(environment -> !state.liveIn(environment).equals(Optional.of(revision)))
                .map(environment -> step(environment, Action.LEFT_BEHIND))
                .toList();
    }

    static String words(List<Step> steps) {
        return CommaList.of(steps.stream()
                .map(step -> step.environment() + " ("
                        + step.before().map(CodeRevision::digits).orElse(step.seen() ? "nothing" : "what is not known")
                        + ")")
                .toList());
    }
}
