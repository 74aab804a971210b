// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.health;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How a probe ended.
 *
 * @param flaw a sentence on what was wrong with the answer until the time of the probe was up; empty if the probe held
 */
public record ProbeResult(Probe probe, Optional<String> flaw) {

    /** The same, with other words for its flaw. */
    public ProbeResult worded(UnaryOperator<String> words) {
        return new ProbeResult(probe, flaw.map(words));
    }

    /** One sentence. */
    @Override
    public String toString() {
        return flaw.orElse("Probe " + probe.address() + " answered " + probe.status() + " as expected.");
    }
}
