// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import java.util.Optional;

/**
 * That a write is done.
 *
 * @param seen empty if the service said so; otherwise what the routine showed after the answer was missing or refused
 */
public record Confirmation(Optional<RoutineState> seen) {

    /** The service said so. */
    public static final Confirmation BY_SERVICE = new Confirmation(Optional.empty());

    /** The routine shows it, though the service did not say so. */
    public static Confirmation by(RoutineState state) {
        return new Confirmation(Optional.of(state));
    }
}
