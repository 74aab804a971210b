// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import static java.util.stream.Collectors.joining;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CommaList;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.PublishCall;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.routine.publish.Plan.Action;
import io.github.edgeroutine.routine.publish.Plan.Step;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Restores environments after a failed publish. */
public final class Restoration {

    private final RoutineClient routines;
    private final Plan plan;
    private final Written written;
    private final Set<Environment> restored = new HashSet<>();

    Restoration(RoutineClient routines, Plan plan, Written written) {
        this.routines = routines;
        this.plan = plan;
        this.written = written;
    }

    /** A sentence for each environment to which somebody else has published; otherwise empty. */
    String foreign(RoutineState state) {
        return foreign(steps(), state, ".");
    }

    private String foreign(Stream<Step> steps, RoutineState state, String end) {
        return steps.filter(step -> step.before().isKnown())
                .filter(step -> Revert.isForeign(
                        state.liveIn(step.environment()),
                        step.before(),
                        live -> written.mayHaveBrought(step.environment(), live)))
                .map(step -> foreign(step.environment(), state.liveIn(step.environment())) + end + " ")
                .collect(joining());
    }

    private static String foreign(Environment environment, Live now) {
        return "Environment " + environment + " runs " + now
                + (now == Live.NOTHING ? " any more" : ", which somebody else published");
    }

    /**
     * Restores everything that can be restored. Each call is made, also after a failed one. Before each call except
     * the first, the routine is read to find out whether somebody else has published.
     *
     * @param state the state that was read last
     * @return one or more sentences about what was done
     */
    String restore(RoutineState state) {
        Map<Environment, Live> earlier = new LinkedHashMap<>();
        steps().filter(step -> written.changed(step.environment(), step.before()))
                .filter(step -> mayBeOurs(step, state))
                .forEach(step -> earlier.put(step.environment(), step.before()));
        Revert revert = new Revert(plan.routine(), earlier);
        List<PublishCall> calls = revert.calls(routines.traits());
        Stream<String> restored =
                calls.stream().map(call -> call == calls.get(0) ? send(call, state) : lookAndSend(call));
        String told = Stream.concat(restored, lost(revert))
                .filter(sentence -> !sentence.isEmpty())
                .collect(joining(" "));
        return leftAlone(steps(), state) + (told.isEmpty() ? "There was nothing to restore." : told);
    }

    private String leftAlone(Stream<Step> steps, RoutineState state) {
        return foreign(steps, state, ": it is not changed.");
    }

    /** The environments that got back what they ran, as the service confirmed it. */
    Set<Environment> restored() {
        return Set.copyOf(restored);
    }

    private String lookAndSend(PublishCall call) {
        RoutineState now;
        try {
            now = routines.describe(plan.routine());
        } catch (CallFailedException e) {
            return couldNot(call, e);
        }
        List<Environment> ours = steps(call)
                .filter(step -> mayBeOurs(step, now))
                .map(Step::environment)
                .toList();
        String sent = ours.isEmpty() ? "" : send(new PublishCall(call.routine(), call.traffic(), ours), now);
        return (leftAlone(steps(call), now) + sent).strip();
    }

    /**
     * If an environment already shows its earlier revision, this may still change. So the state proves nothing there.
     */
    private String send(PublishCall call, RoutineState state) {
        try {
            routines.publish(call.knowing(Optional.of(state), true)).confirm(call.traffic());
            restored.addAll(call.environments());
            return "Restored " + call + ".";
        } catch (CallFailedException e) {
            return couldNot(call, e);
        }
    }

    private static String couldNot(PublishCall call, CallFailedException failure) {
        return "Could not restore " + call + ": " + failure.getMessage() + ".";
    }

    private static Stream<String> lost(Revert revert) {
        String lost = lost(revert, true);
        String unknown = lost(revert, false);
        return Stream.of(
                lost.isEmpty()
                        ? ""
                        : "No committed revision ran in " + lost + " before, so nothing can be" + " restored there.",
                unknown.isEmpty()
                        ? ""
                        : "What ran in " + unknown + " before is not known, so nothing is restored there.");
    }

    private static String lost(Revert revert, boolean known) {
        return CommaList.of(revert.lost().stream()
                .filter(environment -> revert.earlier().get(environment).isKnown() == known)
                .map(Environment::name)
                .toList());
    }

    private boolean mayBeOurs(Step step, RoutineState state) {
        Live now = state.liveIn(step.environment());
        return now.equals(step.before())
                ? written.mayShowLate(step.environment())
                : written.mayHaveBrought(step.environment(), now);
    }

    private Stream<Step> steps(PublishCall call) {
        return steps().filter(step -> call.environments().contains(step.environment()));
    }

    private Stream<Step> steps() {
        return plan.steps(Action.PUBLISH).stream().filter(step -> written.reached(step.environment()));
    }
}
