// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.account;

import io.github.edgeroutine.simulator.wire.ServiceRefusal;

/** What becomes of a routine, unless the service refuses. */
@FunctionalInterface
public interface RoutineChange<R> {

    R of(R routine) throws ServiceRefusal;
}
