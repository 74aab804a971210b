// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.health;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The result of a probe.
 *
 * @param flaw a sentence about what was wrong with the last answer; empty if the answer was correct
 * @param last the last time that it was put; empty if there was no time left to send it at all
 */
public record ProbeResult(Probe probe, Optional<String> flaw, Optional<ProbePut> last) {

    /** The same, with a rewritten flaw. */
    public ProbeResult worded(UnaryOperator<String> words) {
        return new ProbeResult(probe, flaw.map(words), last);
    }

    /** One sentence. */
    @Override
    public String toString() {
        return flaw.orElse("Probe " + probe.address() + " answered " + probe.status() + " as expected.");
    }
}
