// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.Traffic;
import io.github.edgeroutine.routine.publish.Plan.Action;
import io.github.edgeroutine.routine.publish.Plan.Stage;
import io.github.edgeroutine.routine.publish.Plan.Step;
import io.github.edgeroutine.routine.publish.Rollout.EnvironmentStep;
import io.github.edgeroutine.routine.publish.Rollout.RolloutStep;
import io.github.edgeroutine.routine.publish.Rollout.ShareStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans the writes of each stage from what the environments run. */
final class StagePlanner {

    private static final int ALL = 100;

    private final PublishRequest request;
    private final Live revision;
    private final Map<Environment, Live> before;
    private final Map<Environment, Live> now;
    private final Set<Environment> written = new HashSet<>();
    private final List<Stage> stages = new ArrayList<>();

    private StagePlanner(PublishRequest request, Live revision, Map<Environment, Live> before) {
        this.request = request;
        this.revision = revision;
        this.before = before;
        this.now = new LinkedHashMap<>(before);
    }

    /**
     * The plan for the requested environments.
     *
     * @param before what each of them runs
     * @param seen whether this is known
     * @throws GoalFailedException if the revision cannot get its share
     */
    static Plan plan(PublishRequest request, Live revision, Map<Environment, Live> before, boolean seen)
            throws GoalFailedException {
        StagePlanner planner = new StagePlanner(request, revision, before);
        planner.planStages();
        return new Plan(request.routine(), revision, planner.steps(), planner.stages, seen);
    }

    private void planStages() throws GoalFailedException {
        List<RolloutStep> steps = request.rollout().steps();
        Set<Environment> left = new HashSet<>(before.keySet());
        for (RolloutStep step : steps) {
            boolean isLast = step.equals(steps.get(steps.size() - 1));
            List<Step> writes = new ArrayList<>();
            for (Environment environment : places(step)) {
                // Users do not use staging, so it gets all requests with the first share.
                boolean isWhole = !(step instanceof ShareStep) || environment.isStaging();
                if (left.contains(environment)) {
                    int percent = isWhole ? ALL : ((ShareStep) step).percent();
                    plan(environment, percent, isWhole || isLast).ifPresent(writes::add);
                }
                if (isWhole) {
                    left.remove(environment);
                }
            }
            if (!writes.isEmpty()) {
                stages.add(new Stage(writes, step.pause()));
            }
        }
    }

    private List<Environment> places(RolloutStep step) {
        return step instanceof EnvironmentStep named
                ? named.targets().among(before.keySet())
                : List.copyOf(before.keySet());
    }

    /** @param isLast whether no later step changes the environment */
    private Optional<Step> plan(Environment environment, int percent, boolean isLast) throws GoalFailedException {
        Live current = now.get(environment);
        Live wanted = isAhead(current, percent) ? current : wanted(environment, percent);
        boolean again = request.force() && isLast && !written.contains(environment);
        if (current.equals(wanted) && !again) {
            return Optional.empty();
        }
        now.put(environment, wanted);
        written.add(environment);
        return Optional.of(new Step(environment, current, wanted, Action.PUBLISH));
    }

    /** A rollout never reduces a share. So a stopped rollout continues from its present share. */
    private boolean isAhead(Live current, int percent) {
        return request.rollout().hasSteps()
                && revision.alone()
                        .filter(wanted -> current.traffic()
                                .filter(traffic -> traffic.shares().getOrDefault(wanted, 0) >= percent)
                                .isPresent())
                        .isPresent();
    }

    private Live wanted(Environment environment, int percent) throws GoalFailedException {
        Live earlier = before.get(environment);
        if (percent == ALL || earlier == Live.NOTHING) {
            return revision;
        }
        Optional<CodeRevision> rest = rest(environment, earlier);
        Optional<CodeRevision> number = revision.alone();
        return rest.isPresent() && number.isPresent()
                ? new Traffic(Map.of(number.get(), percent, rest.get(), ALL - percent))
                : revision;
    }

    /** The revision that keeps the rest of the requests; empty if the new revision runs there alone. */
    private Optional<CodeRevision> rest(Environment environment, Live earlier) throws GoalFailedException {
        String option = request.rollout().option();
        if (!earlier.isKnown()) {
            throw new GoalFailedException("It is not known what " + environment + " of routine " + request.routine()
                    + " runs, so no revision can keep the rest of the requests: remove " + option
                    + " to give all requests to revision " + revision + ".");
        }
        List<CodeRevision> others = earlier
                .traffic()
                .orElseThrow(() -> new GoalFailedException("Environment " + environment + " of routine "
                        + request.routine() + " runs " + earlier
                        + ", which is not a committed revision and cannot keep the rest of the requests: remove"
                        + " " + option
                        + " to replace it."))
                .shares()
                .keySet()
                .stream()
                .filter(each -> !revision.runs(each))
                .toList();
        if (others.size() > 1) {
            throw new GoalFailedException("Environment " + environment + " of routine " + request.routine() + " runs "
                    + earlier + ", so revision " + revision
                    + " would be a third revision, but at most two can share the requests. First publish one of"
                    + " the two alone, or remove " + option + " to replace both.");
        }
        return others.stream().findFirst();
    }

    private List<Step> steps() {
        return before.keySet().stream()
                .map(environment -> new Step(
                        environment,
                        before.get(environment),
                        now.get(environment),
                        written.contains(environment) ? Action.PUBLISH : Action.UP_TO_DATE))
                .toList();
    }
}
