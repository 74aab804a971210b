// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.faults;

import io.github.edgeroutine.simulator.SimulatedOperation;
import io.github.edgeroutine.simulator.SimulatedService;
import io.github.edgeroutine.simulator.wire.RequestHandler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A service whose gateway does not know one of its operations. */
record ServiceWithout(String operation, SimulatedService whole) implements SimulatedService {

    @Override
    public String product() {
        return whole.product();
    }

    @Override
    public String host() {
        return whole.host();
    }

    @Override
    public String version() {
        return whole.version();
    }

    @Override
    public Map<String, SimulatedOperation> operations() {
        Map<String, SimulatedOperation> known = new HashMap<>(whole.operations());
        known.remove(operation);
        return known;
    }

    @Override
    public List<RequestHandler> handlers() {
        return whole.handlers();
    }
}
