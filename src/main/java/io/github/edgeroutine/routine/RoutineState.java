package io.github.edgeroutine.routine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the service says of a routine at one moment.
 *
 * @param live every environment of the routine with the revision that runs there, empty where nothing was published yet
 * @param revisions all that are kept, in no certain order
 */
public record RoutineState(Map<Environment, Optional<CodeRevision>> live, List<Revision> revisions) {

    public RoutineState {
        live = Collections.unmodifiableMap(new LinkedHashMap<>(live));
        revisions = List.copyOf(revisions);
    }

    /** What runs in the environment; empty also for an environment that the routine does not have. */
    public Optional<CodeRevision> liveIn(Environment environment) {
        return live.getOrDefault(environment, Optional.empty());
    }
}
