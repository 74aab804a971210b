// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import java.util.Optional;

/**
 * How a probe ended.
 *
 * @param flaw a sentence on what was wrong with the answer until the time of the probe was up; empty if the probe held
 */
public record ProbeResult(Probe probe, Optional<String> flaw) {

    /** One sentence. */
    @Override
    public String toString() {
        return flaw.orElse("Probe " + probe.address() + " answered " + probe.status() + " as expected.");
    }
}
