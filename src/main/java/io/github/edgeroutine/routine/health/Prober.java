// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.health;

import java.time.Duration;
import java.util.Optional;

/** Puts a probe's question once. */
public interface Prober {

    /**
     * @param left of the goal's time, which ends the wait for an answer too
     * @return what is wrong with the answer, as the rest of a sentence; empty if it is as it must be
     */
    Optional<String> flaw(Probe probe, Duration left);
}
