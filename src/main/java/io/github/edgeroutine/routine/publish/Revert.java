// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.PublishCall;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.ServiceTraits;
import io.github.edgeroutine.routine.Traffic;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Environments that should run again what they ran before, after a failed publish or in a rollback.
 *
 * @param earlier what each ran before; only revisions can be restored
 */
public record Revert(RoutineName routine, Map<Environment, Live> earlier) {

    public Revert {
        earlier = Collections.unmodifiableMap(new LinkedHashMap<>(earlier));
    }

    /**
     * Whether somebody else has published to an environment, so that it must not be changed.
     *
     * @param now what it runs
     * @param earlier what it would run again
     * @param ours what the reverted publish may have put there
     */
    public static boolean isForeign(Live now, Live earlier, Predicate<Live> ours) {
        return now.isKnown() && !ours.test(now) && !now.equals(earlier);
    }

    /** What is restored in each environment, if it can be restored. */
    public Map<Environment, Traffic> targets() {
        Map<Environment, Traffic> targets = new LinkedHashMap<>();
        earlier.forEach((environment, live) -> live.traffic().ifPresent(traffic -> targets.put(environment, traffic)));
        return targets;
    }

    /**
     * One call for each restored traffic, or one for each environment if the service accepts only one environment in
     * a call.
     */
    public List<PublishCall> calls(ServiceTraits service) {
        return PublishCall.of(routine, targets(), service);
    }

    /** The environments that cannot be restored. */
    public List<Environment> lost() {
        return earlier.keySet().stream()
                .filter(environment -> !targets().containsKey(environment))
                .toList();
    }
}
