// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.connection;

import java.io.IOException;

/** The way to the service, with all that it takes found and checked; nothing was sent yet. */
@FunctionalInterface
public interface PendingConnection {

    /** Opens it; the time of the goal begins. */
    Connection open() throws IOException;
}
