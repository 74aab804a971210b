// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.PublishCall;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a publish will do, an environment at a time.
 *
 * @param revision what the request came to: a revision, several with their shares, or the one that an upload would make
 * @param steps the environments asked for, in their order, then those left behind
 * @param seen whether it was made with the state of the routine before one's eyes
 */
public record Plan(RoutineName routine, Live revision, List<Step> steps, boolean seen) {

    public Plan {
        steps = List.copyOf(steps);
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

    /** The write that the plan comes to; empty if there is nothing to write, or nothing that can be written yet. */
    public Optional<PublishCall> publication() {
        List<Environment> environments =
                steps(Action.PUBLISH).stream().map(Step::environment).toList();
        return environments.isEmpty()
                ? Optional.empty()
                : revision.traffic().map(traffic -> new PublishCall(routine, traffic, environments));
    }

    /** What ran before as far as the plan knows; empty if nobody could look. */
    Optional<RoutineState> before() {
        Map<Environment, Live> live = new LinkedHashMap<>();
        steps.forEach(step -> live.put(step.environment(), step.before()));
        return seen ? Optional.of(new RoutineState(live, List.of())) : Optional.empty();
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
