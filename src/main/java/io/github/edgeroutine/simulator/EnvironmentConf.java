// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import java.util.List;
import java.util.Objects;

/**
 * How one environment of a routine is set up.
 *
 * @param specName 5ms, 50ms or 100ms
 * @param codeRevision the revision that runs there, {@code null} if nothing was published yet
 * @param allowedHosts the white list of domains
 */
record EnvironmentConf(String specName, String codeRevision, List<String> allowedHosts) {

    /** Which spec a new environment has is not documented. */
    static final EnvironmentConf NEW = new EnvironmentConf("50ms", null, List.of());

    EnvironmentConf {
        Objects.requireNonNull(specName, "specName");
        allowedHosts = List.copyOf(allowedHosts);
    }

    EnvironmentConf running(String revision) {
        return new EnvironmentConf(specName, revision, allowedHosts);
    }
}
