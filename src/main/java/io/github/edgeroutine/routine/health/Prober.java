// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.health;

import java.time.Duration;

/** Sends a probe once. */
public interface Prober {

    /**
     * @param left the rest of the goal's time, which also limits the wait for the answer
     */
    ProbeAnswer ask(Probe probe, Duration left);
}
