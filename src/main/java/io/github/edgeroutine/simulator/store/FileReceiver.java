// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.store;

import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import io.github.edgeroutine.simulator.wire.SimulatedAnswer;

/** What a service does with a file that the store has let in: the callback of an upload. */
@FunctionalInterface
public interface FileReceiver {

    /** The answer to the form, which the store passes on. */
    SimulatedAnswer receive(byte[] file) throws ServiceRefusal;
}
