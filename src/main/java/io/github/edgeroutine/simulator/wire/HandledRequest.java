// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.wire;

/** A request that its handler has read and not answered yet. A fault may come in between. */
public interface HandledRequest {

    /** What is recorded of it. */
    ReceivedCall call();

    /** Does what is asked for. */
    SimulatedAnswer answer() throws ServiceRefusal;

    /** A refusal in the format of the handler and of the request. */
    SimulatedAnswer refusal(ServiceRefusal refusal);
}
