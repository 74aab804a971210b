// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.store;

import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import io.github.edgeroutine.simulator.wire.SimulatedAnswer;
import java.time.Instant;

/** The service's part of an upload: it receives a file that the store has accepted, like the callback. */
@FunctionalInterface
public interface FileReceiver {

    /**
     * The answer to the form, which the store passes on.
     *
     * @param time when the form arrived
     */
    SimulatedAnswer receive(byte[] file, Instant time) throws ServiceRefusal;
}
