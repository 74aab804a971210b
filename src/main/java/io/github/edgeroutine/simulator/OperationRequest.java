// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * The request for an operation. Its signature is already checked.
 *
 * @param parameters of query and body together: the service accepts a parameter in either
 * @param endpoint the address where the client reaches the simulator
 * @param time when the request arrived
 * @param arrival the same time in nanoseconds, to compare with {@link System#nanoTime}
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

    /** Empty if the parameter is missing. */
    public String optional(String name) {
        return parameters.getOrDefault(name, "");
    }
}
