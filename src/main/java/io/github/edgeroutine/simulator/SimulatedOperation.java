// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import com.google.gson.JsonObject;
import io.github.edgeroutine.simulator.wire.ServiceRefusal;

/** What a service does when one action is asked for. */
@FunctionalInterface
public interface SimulatedOperation {

    /**
     * The body of the answer, still without its request id.
     *
     * @throws ServiceRefusal if the service says no
     */
    JsonObject perform(OperationRequest request) throws ServiceRefusal;
}
