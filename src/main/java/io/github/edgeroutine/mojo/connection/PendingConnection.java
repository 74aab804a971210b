// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.connection;

import java.io.IOException;
import java.util.Optional;

/**
 * The way to the service, with all that it takes found and checked; nothing was sent yet. The time of the goal begins when
 * the connection is opened.
 */
public interface PendingConnection {

    /** What a goal opens it for. */
    enum Use {
        /** To look what runs. */
        LOOK,
        /** To look how many revisions the service keeps too, which may take a call more. */
        COUNT,
        /** To publish, for which a part of the time is kept back, as {@link ConnectionLimits#reserve} says. */
        PUBLISH
    }

    /** Opens it for a goal that needs nothing to exist, and no limit. */
    default Connection open() throws IOException {
        return open(Optional.empty(), Use.LOOK);
    }

    /** Opens it for a goal that needs nothing to exist. */
    default Connection openToCount() throws IOException {
        return open(Optional.empty(), Use.COUNT);
    }

    /** @param seed what exists in a rehearsal; a real service does not hear of it */
    default Connection open(RoutineSeed seed) throws IOException {
        return open(Optional.of(seed), Use.COUNT);
    }

    /** Opens it for a goal that publishes. */
    default Connection openToPublish(Optional<RoutineSeed> seed) throws IOException {
        return open(seed, Use.PUBLISH);
    }

    Connection open(Optional<RoutineSeed> seed, Use use) throws IOException;
}
