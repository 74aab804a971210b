// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import io.github.edgeroutine.simulator.wire.ServiceRefusal;

/** Changes a routine after the upload of a file. */
@FunctionalInterface
interface CodeArrival {

    SimulatedRoutine of(SimulatedRoutine routine, byte[] file) throws ServiceRefusal;
}
