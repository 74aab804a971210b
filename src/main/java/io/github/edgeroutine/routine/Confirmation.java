// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import java.util.Optional;

/**
 * The confirmation that a write is done.
 *
 * @param seen empty if the service confirmed it; otherwise the state of the routine after a missing answer or an error
 */
public record Confirmation(Optional<RoutineState> seen) {

    /** The service confirmed it. */
    public static final Confirmation BY_SERVICE = new Confirmation(Optional.empty());

    /** The routine shows it, although the service did not confirm it. */
    public static Confirmation by(RoutineState state) {
        return new Confirmation(Optional.of(state));
    }
}
