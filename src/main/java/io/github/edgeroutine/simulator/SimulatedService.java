// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import io.github.edgeroutine.simulator.wire.RequestHandler;
import java.util.List;
import java.util.Map;

/**
 * One product of Alibaba Cloud. The simulator checks signatures, picks the operation, writes answers and refusals, and
 * makes faults; the service says which operations there are, and holds what they work on.
 */
public interface SimulatedService {

    /** The name of the product in lower case, such as {@code ecs}. Refusals carry it. */
    String product();

    /** The address of the real service, such as {@code ecs.aliyuncs.com}. Refusals carry it. */
    default String host() {
        return product() + ".aliyuncs.com";
    }

    /**
     * The version of the API, such as {@code 2014-05-26}. A request says by it which service it is for: it does not
     * carry the product. Two services of one simulator cannot share a version.
     */
    String version();

    /** All operations by the name of their action. */
    Map<String, SimulatedOperation> operations();

    /** The odd answers that only this service may give, by their names. They change no answer of another service. */
    default Map<String, OddAnswer> oddAnswers() {
        return Map.of();
    }

    /** What answers at the same endpoint without being an operation, such as an object store. */
    default List<RequestHandler> handlers() {
        return List.of();
    }
}
