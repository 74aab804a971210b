// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import com.google.gson.JsonObject;
import io.github.edgeroutine.simulator.wire.ServiceRefusal;

/** The implementation of one action of a service. */
@FunctionalInterface
public interface SimulatedOperation {

    /**
     * The body of the answer, without its request id.
     *
     * @throws ServiceRefusal if the service refuses the request
     */
    JsonObject perform(OperationRequest request) throws ServiceRefusal;
}
