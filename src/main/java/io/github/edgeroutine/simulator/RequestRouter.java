// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import io.github.edgeroutine.simulator.wire.RequestHandler;
import java.util.ArrayList;
import java.util.List;

/** Finds the handler of a request by its path. The gateway handles all other paths. */
final class RequestRouter {

    private final List<RequestHandler> handlers = new ArrayList<>();
    private final RequestHandler gateway;

    RequestRouter(List<SimulatedService> services, RequestHandler gateway) {
        this.gateway = gateway;
        for (SimulatedService service : services) {
            for (RequestHandler handler : service.handlers()) {
                if (handlers.stream().anyMatch(other -> overlap(other.root(), handler.root()))) {
                    throw new IllegalArgumentException("two handlers answer below " + handler.root());
                }
                handlers.add(handler);
            }
        }
    }

    private static boolean overlap(String one, String other) {
        return one.startsWith(other) || other.startsWith(one);
    }

    RequestHandler handler(String path) {
        return handlers.stream()
                .filter(handler -> path.startsWith(handler.root()))
                .findFirst()
                .orElse(gateway);
    }
}
