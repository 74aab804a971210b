// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.connection;

import java.io.IOException;
import java.util.Optional;

/**
 * The way to the service, with all that it takes found and checked; nothing was sent yet. The time of the goal begins when
 * the connection is opened.
 */
public interface PendingConnection {

    /** Opens it for a goal that needs nothing to exist. */
    default Connection open() throws IOException {
        return open(Optional.empty(), false);
    }

    /** @param seed what exists in a rehearsal; a real service does not hear of it */
    default Connection open(RoutineSeed seed) throws IOException {
        return open(Optional.of(seed), false);
    }

    /** Opens it for a goal that publishes: it keeps {@link ConnectionLimits#reserve} of its time. */
    default Connection openToPublish(Optional<RoutineSeed> seed) throws IOException {
        return open(seed, true);
    }

    /** @param publishes whether a part of the time is kept back */
    Connection open(Optional<RoutineSeed> seed, boolean publishes) throws IOException;
}
