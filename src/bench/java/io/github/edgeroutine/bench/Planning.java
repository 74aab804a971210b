// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.bench;

import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.Revision;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.Traffic;
import io.github.edgeroutine.routine.choice.RevisionChoice;
import io.github.edgeroutine.routine.publish.LeftBehind;
import io.github.edgeroutine.routine.publish.Planner;
import io.github.edgeroutine.routine.publish.PublishRequest;
import io.github.edgeroutine.routine.publish.Rollout;
import io.github.edgeroutine.routine.publish.Targets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Plans a publish to half of very many environments; the other half is left behind. */
final class Planning implements Runnable {

    private static final CodeRevision OLD = new CodeRevision("1610000000000000001");
    private static final CodeRevision NEW = new CodeRevision("1620876959997924701");

    private final PublishRequest request;
    private final RoutineState state;

    Planning(int environments) {
        List<Environment> places = Stream.concat(
                        Stream.of("production"),
                        IntStream.range(1, environments).mapToObj(number -> "presetCanary" + number))
                .map(Environment::new)
                .toList();
        Map<Environment, Live> live = new LinkedHashMap<>();
        places.forEach(place -> live.put(place, Traffic.all(OLD)));
        this.state = new RoutineState(live, List.of(new Revision(NEW, "", "")));
        this.request = new PublishRequest(
                new RoutineName("hello"),
                new RevisionChoice.Exactly(NEW),
                new Targets(false, places.subList(0, environments / 2)),
                LeftBehind.WARN,
                false,
                false,
                Duration.ZERO,
                false,
                List.of(),
                Rollout.AT_ONCE,
                false,
                Map.of());
    }

    @Override
    public void run() {
        try {
            int steps = Planner.plan(request, state).steps().size();
            if (steps != state.live().size()) {
                throw new IllegalStateException("planned " + steps + " steps");
            }
        } catch (GoalFailedException e) {
            throw new IllegalStateException(e);
        }
    }
}
