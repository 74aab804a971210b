// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.account;

import io.github.edgeroutine.simulator.wire.ServiceRefusal;

/** A change of a routine. The service may refuse it. */
@FunctionalInterface
public interface RoutineChange<R> {

    R of(R routine) throws ServiceRefusal;
}
