// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.store;

import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import io.github.edgeroutine.simulator.wire.SimulatedAnswer;
import java.time.Instant;

/** What a service does with a file that the store has let in: the callback of an upload. */
@FunctionalInterface
public interface FileReceiver {

    /**
     * The answer to the form, which the store passes on.
     *
     * @param time when the form arrived
     */
    SimulatedAnswer receive(byte[] file, Instant time) throws ServiceRefusal;
}
