// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.wire;

/** A request that its handler has read and not answered yet. A fault may be inserted before the answer. */
public interface HandledRequest {

    /** The record of the request. */
    ReceivedCall call();

    /** Carries out the request. */
    SimulatedAnswer answer() throws ServiceRefusal;

    /** A refusal in the format of the handler and of the request. */
    SimulatedAnswer refusal(ServiceRefusal refusal);
}
