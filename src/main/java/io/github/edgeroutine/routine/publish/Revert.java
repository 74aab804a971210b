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
 * Environments that shall run again what they ran before, after a publish that failed or at a rollback.
 *
 * @param earlier what each ran before; only a revision, or several with their shares, can come back
 */
public record Revert(RoutineName routine, Map<Environment, Live> earlier) {

    public Revert {
        earlier = Collections.unmodifiableMap(new LinkedHashMap<>(earlier));
    }

    /**
     * Whether somebody else has published to an environment, so that it is left alone.
     *
     * @param now what it runs
     * @param earlier what it would get back
     * @param ours what the publish that is taken back may have put there
     */
    public static boolean isForeign(Live now, Live earlier, Predicate<Live> ours) {
        return now.isKnown() && !ours.test(now) && !now.equals(earlier);
    }

    /** What comes back to each environment, as far as anything can. */
    public Map<Environment, Traffic> targets() {
        Map<Environment, Traffic> targets = new LinkedHashMap<>();
        earlier.forEach((environment, live) -> live.traffic().ifPresent(traffic -> targets.put(environment, traffic)));
        return targets;
    }

    /** One call for each traffic that comes back or, where the service takes no more, for each environment. */
    public List<PublishCall> calls(ServiceTraits service) {
        return PublishCall.of(routine, targets(), service);
    }

    /** The environments to which nothing can come back. */
    public List<Environment> lost() {
        return earlier.keySet().stream()
                .filter(environment -> !targets().containsKey(environment))
                .toList();
    }
}
