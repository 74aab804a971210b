// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.connection;

import java.io.IOException;
import java.util.Optional;

/**
 * A connection with checked parameters. Nothing was sent yet. The time of the goal starts when the connection is
 * opened.
 */
public interface PendingConnection {

    /** What a goal uses the connection for. */
    enum Use {
        /** To read what runs. */
        LOOK,
        /** To read also how many revisions the service keeps. This may need one more call. */
        COUNT,
        /** To publish. This reserves a part of the time, see {@link ConnectionLimits#reserve}. */
        PUBLISH
    }

    /** Opens a connection for a goal that only reads what runs. */
    default Connection open() throws IOException {
        return open(Optional.empty(), Use.LOOK);
    }

    /** Opens a connection for a goal that also reads the number of revisions. */
    default Connection openToCount() throws IOException {
        return open(Optional.empty(), Use.COUNT);
    }

    /** @param seed what exists in a rehearsal. It is not sent to a real service */
    default Connection open(RoutineSeed seed) throws IOException {
        return open(Optional.of(seed), Use.COUNT);
    }

    /** Opens a connection for a goal that publishes. */
    default Connection openToPublish(Optional<RoutineSeed> seed) throws IOException {
        return open(seed, Use.PUBLISH);
    }

    Connection open(Optional<RoutineSeed> seed, Use use) throws IOException;
}
