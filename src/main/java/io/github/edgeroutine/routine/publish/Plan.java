// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.PublishCall;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.ServiceTraits;
import io.github.edgeroutine.routine.Traffic;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a publish will do in each environment.
 *
 * @param revision what will be published: a revision, several with their shares, or the future revision of an upload
 * @param steps the requested environments in their order, then those that are left behind
 * @param stages the order in which the steps are written
 * @param seen whether the state of the routine was known
 */
public record Plan(RoutineName routine, Live revision, List<Step> steps, List<Stage> stages, boolean seen) {

    public Plan {
        steps = List.copyOf(steps);
        stages = List.copyOf(stages);
    }

    /** A plan that publishes everything at once. */
    public Plan(RoutineName routine, Live revision, List<Step> steps, boolean seen) {
        this(routine, revision, steps, atOnce(steps), seen);
    }

    private static List<Stage> atOnce(List<Step> steps) {
        List<Step> published =
                steps.stream().filter(step -> step.action() == Action.PUBLISH).toList();
        return published.isEmpty() ? List.of() : List.of(new Stage(published, Duration.ZERO));
    }

    /** What the plan does with an environment. */
    public enum Action {
        PUBLISH("publish"),
        UP_TO_DATE("up to date"),
        /** A canary region that keeps different code than production. */
        LEFT_BEHIND("left behind");

        private final String words;

        Action(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * @param before what runs there now
     * @param wanted what should run there; what already runs there if the environment is left behind
     */
    public record Step(Environment environment, Live before, Live wanted, Action action) {}

    /**
     * The writes before a pause and a check.
     *
     * @param steps each with what runs there after the previous stage
     * @param pause after the writes
     */
    public record Stage(List<Step> steps, Duration pause) {

        public Stage {
            steps = List.copyOf(steps);
        }
    }

    /** The writes of a stage, without a revision that is not uploaded yet. */
    public List<PublishCall> calls(Stage stage, ServiceTraits service, boolean force) {
        Map<Environment, Live> before = new LinkedHashMap<>();
        Map<Environment, Traffic> wanted = new LinkedHashMap<>();
        for (Step step : stage.steps()) {
            before.put(step.environment(), step.before());
            step.wanted().traffic().ifPresent(traffic -> wanted.put(step.environment(), traffic));
        }
        Optional<RoutineState> known = seen ? Optional.of(new RoutineState(before, List.of())) : Optional.empty();
        return PublishCall.of(routine, wanted, service).stream()
                .map(call -> call.knowing(known, force))
                .toList();
    }

    /** The writes of all stages. */
    public List<PublishCall> calls(ServiceTraits service, boolean force) {
        return stages.stream()
                .flatMap(stage -> calls(stage, service, force).stream())
                .toList();
    }

    /** What should run in the environments that it publishes, and in those that are up to date. */
    public Map<Environment, Live> wanted() {
        Map<Environment, Live> wanted = new LinkedHashMap<>();
        steps.stream()
                .filter(step -> step.action() != Action.LEFT_BEHIND)
                .forEach(step -> wanted.put(step.environment(), step.wanted()));
        return wanted;
    }

    public List<Step> steps(Action action) {
        return steps.stream().filter(step -> step.action() == action).toList();
    }

    /** Whether the state shows the wanted revision in all environments that the plan publishes. */
    public boolean isShownBy(RoutineState state) {
        return steps(Action.PUBLISH).stream()
                .allMatch(step -> state.liveIn(step.environment()).equals(step.wanted()));
    }
}
