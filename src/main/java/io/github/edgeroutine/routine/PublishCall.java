// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import io.github.edgeroutine.routine.ServiceTraits.Ability;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The request to publish one revision of a routine, or several with a share each, to environments.
 *
 * @param environments at least one, without repetition, in the order in which they are sent
 * @param before the state before the call; empty if it could not be read
 * @param force whether to publish also where the revision already runs
 */
public record PublishCall(
        RoutineName routine,
        Traffic traffic,
        List<Environment> environments,
        Optional<RoutineState> before,
        boolean force) {

    public PublishCall {
        environments = List.copyOf(environments);
        if (environments.isEmpty()) {
            throw new IllegalArgumentException("a publication needs an environment");
        }
    }

    /** Without knowledge of the state before the call. */
    public PublishCall(RoutineName routine, Traffic traffic, List<Environment> environments) {
        this(routine, traffic, environments, Optional.empty(), false);
    }

    /** To publish one revision with all requests. */
    public PublishCall(RoutineName routine, CodeRevision revision, List<Environment> environments) {
        this(routine, Traffic.all(revision), environments);
    }

    /**
     * All necessary requests: one for each traffic, or one for each environment if the service accepts only one
     * environment in a call. They are in the service's order.
     */
    public static List<PublishCall> of(RoutineName routine, Map<Environment, Traffic> wanted, ServiceTraits service) {
        if (service.can(Ability.PUBLISH_TO_SEVERAL)) {
            Map<Traffic, List<Environment>> places = new LinkedHashMap<>();
            wanted.forEach((environment, traffic) ->
                    places.computeIfAbsent(traffic, key -> new ArrayList<>()).add(environment));
            return places.entrySet().stream()
                    .map(each -> new PublishCall(routine, each.getKey(), each.getValue()))
                    .toList();
        }
        List<Environment> order = service.environments();
        return wanted.keySet().stream()
                .sorted(Comparator.comparing(
                        environment -> order.contains(environment) ? order.indexOf(environment) : order.size()))
                .map(environment -> new PublishCall(routine, wanted.get(environment), List.of(environment)))
                .toList();
    }

    /** The same request with more knowledge. */
    public PublishCall knowing(Optional<RoutineState> state, boolean forced) {
        return new PublishCall(routine, traffic, environments, state, forced);
    }

    /**
     * The only revision that is published.
     *
     * @throws IllegalStateException if several revisions share the traffic
     */
    public CodeRevision revision() {
        return traffic.alone().orElseThrow(() -> new IllegalStateException("several revisions share the traffic"));
    }

    /** Whether the state shows the revision in every environment. */
    public boolean isShownBy(RoutineState state) {
        return environments.stream()
                .allMatch(environment -> state.liveIn(environment).equals(traffic));
    }

    /** The request in a few words, such as "revision 16 of routine hello in staging, production". */
    @Override
    public String toString() {
        String names = CommaList.of(environments.stream().map(Environment::name).toList());
        return "revision " + traffic + " of routine " + routine + " in " + names;
    }
}
