// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.upkeep;

import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.ServiceTraits;
import java.util.OptionalInt;

/**
 * Which revisions of a routine may be deleted.
 *
 * @param given how many of the newest are kept in any case; empty for the default of the service
 * @param dryRun do everything except the deletion
 */
public record PruneRequest(RoutineName routine, OptionalInt given, boolean dryRun) {

    /** Room for staged code, and for the revision of an upload. */
    private static final int ROOM = 2;

    /**
     * How many of the newest are kept in any case.
     *
     * @param state may contain the limit of revisions for this account
     */
    public int keep(ServiceTraits service, RoutineState state) {
        int usual = service.revisionLimit().isEmpty() && state.limit().isPresent()
                ? Math.max(1, state.limit().getAsInt() - ROOM)
                : service.defaultKeep();
        return given.orElse(usual);
    }
}
