// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import io.github.edgeroutine.simulator.wire.ServiceRefusal;

/** What a file makes of the routine that it was sent for. */
@FunctionalInterface
interface CodeArrival {

    SimulatedRoutine of(SimulatedRoutine routine, byte[] file) throws ServiceRefusal;
}
