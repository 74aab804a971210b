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
 * What a publish will do, an environment at a time.
 *
 * @param revision what the request came to: a revision, several with their shares, or the one that an upload would make
 * @param steps the environments asked for, in their order, then those left behind
 * @param stages how the steps that publish are made, one after the other
 * @param seen whether it was made with the state of the routine before one's eyes
 */
public record Plan(RoutineName routine, Live revision, List<Step> steps, List<Stage> stages, boolean seen) {

    public Plan {
        steps = List.copyOf(steps);
        stages = List.copyOf(stages);
    }

    /** One that publishes everything at once. */
    public Plan(RoutineName routine, Live revision, List<Step> steps, boolean seen) {
        this(routine, revision, steps, atOnce(steps), seen);
    }

    private static List<Stage> atOnce(List<Step> steps) {
        List<Step> published =
                steps.stream().filter(step -> step.action() == Action.PUBLISH).toList();
        return published.isEmpty() ? List.of() : List.of(new Stage(published, Duration.ZERO));
    }

    /** What becomes of an environment. */
    public enum Action {
        PUBLISH("publish"),
        UP_TO_DATE("up to date"),
        /** A canary region that keeps other code while production moves on. */
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
     * @param wanted what shall run there; where the environment is left behind, what runs there already
     */
    public record Step(Environment environment, Live before, Live wanted, Action action) {}

    /**
     * What is written before one waits, and looks whether all is well.
     *
     * @param steps each with what runs there after the stage before this one
     * @param pause after the writes
     */
    public record Stage(List<Step> steps, Duration pause) {

        public Stage {
            steps = List.copyOf(steps);
        }
    }

    /** The writes of a stage; what cannot be written yet, as it is still to be uploaded, is none. */
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

    /** What shall run where it publishes, and where it is up to date. */
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

    /** Whether the state shows what is wanted wherever the plan publishes. */
    public boolean isShownBy(RoutineState state) {
        return steps(Action.PUBLISH).stream()
                .allMatch(step -> state.liveIn(step.environment()).equals(step.wanted()));
    }
}
