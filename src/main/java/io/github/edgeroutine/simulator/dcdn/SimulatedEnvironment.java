// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import java.util.List;
import java.util.Objects;

/**
 * The configuration of one environment of a routine.
 *
 * @param specName 5ms, 50ms or 100ms
 * @param codeRevision the revision that runs there; {@code null} before the first publish
 * @param allowedHosts the domains that may use the routine
 */
record SimulatedEnvironment(String specName, String codeRevision, List<String> allowedHosts) {

    /** Every routine has these from its creation. */
    static final List<String> FIXED = List.of("staging", "production");

    /** The spec of a new environment is not documented. */
    static final SimulatedEnvironment NEW = new SimulatedEnvironment("50ms", null, List.of());

    SimulatedEnvironment {
        Objects.requireNonNull(specName, "specName");
        allowedHosts = List.copyOf(allowedHosts);
    }

    SimulatedEnvironment running(String revision) {
        return new SimulatedEnvironment(specName, revision, allowedHosts);
    }
}
