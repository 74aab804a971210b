// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * What an operation is asked to do. The signature has been checked already.
 *
 * @param parameters of query and body together: the service takes a parameter from either
 * @param endpoint where the client reaches the simulator
 * @param time when the request arrived
 * @param arrival the same as a count of nanoseconds: of use only beside {@link System#nanoTime}
 */
public record OperationRequest(Map<String, String> parameters, URI endpoint, Instant time, long arrival) {

    public OperationRequest {
        parameters = Map.copyOf(parameters);
    }

    /** An empty parameter counts as missing here; the documents do not say whether it does. */
    public String mandatory(String name) throws ServiceRefusal {
        String value = optional(name);
        if (value.isEmpty()) {
            throw GatewayRefusal.missing(name);
        }
        return value;
    }

    /** The empty string where there is no such parameter. */
    public String optional(String name) {
        return parameters.getOrDefault(name, "");
    }
}
