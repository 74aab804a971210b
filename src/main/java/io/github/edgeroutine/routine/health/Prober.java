// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.health;

import java.time.Duration;

/** Puts a probe's question once. */
public interface Prober {

    /**
     * @param left of the goal's time, which ends the wait for an answer too
     */
    ProbeAnswer ask(Probe probe, Duration left);
}
