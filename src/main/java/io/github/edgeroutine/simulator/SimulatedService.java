// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import io.github.edgeroutine.simulator.wire.RequestHandler;
import java.util.List;
import java.util.Map;

/**
 * One product of Alibaba Cloud. The simulator checks signatures, finds the operation, writes answers and refusals, and
 * creates faults. The service defines the operations and keeps their data.
 */
public interface SimulatedService {

    /** The name of the product in lower case, such as {@code ecs}. Refusals contain it. */
    String product();

    /** The address of the real service, such as {@code ecs.aliyuncs.com}. Refusals contain it. */
    default String host() {
        return product() + ".aliyuncs.com";
    }

    /**
     * The version of the API, such as {@code 2014-05-26}. It selects the service of a request, because a request does
     * not name the product. So two services of one simulator must have different versions.
     */
    String version();

    /** All operations by their action names. */
    Map<String, SimulatedOperation> operations();

    /** The unusual answers of this service, by their names. They do not change answers of other services. */
    default Map<String, OddAnswer> oddAnswers() {
        return Map.of();
    }

    /** Handlers at the same endpoint that are not operations, such as an object store. */
    default List<RequestHandler> handlers() {
        return List.of();
    }
}
