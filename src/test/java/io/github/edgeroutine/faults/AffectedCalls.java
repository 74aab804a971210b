// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.faults;

import io.github.edgeroutine.simulator.Fault;
import io.github.edgeroutine.simulator.Simulator;
import java.time.Duration;

/** Which calls of an operation meet the fault. */
enum AffectedCalls {
    FIRST,
    SECOND,
    EVERY,
    EVERY_IN_HASTE;

    Duration limit() {
        return this == EVERY_IN_HASTE ? Duration.ofSeconds(2) : Duration.ofMinutes(5);
    }

    /** @param once whether a run without faults makes but one such call: a throttle then makes it a second one */
    void script(Simulator simulator, String operation, Fault fault, boolean once) {
        switch (this) {
            case FIRST -> simulator.script(operation, fault);
            case SECOND -> simulator.script(operation, once ? Fault.THROTTLE : Fault.NONE, fault);
            case EVERY, EVERY_IN_HASTE -> simulator.scriptForever(operation, fault);
        }
    }

    /** @param call counts from 0 */
    boolean meets(int call) {
        return switch (this) {
            case FIRST -> call == 0;
            case SECOND -> call == 1;
            case EVERY, EVERY_IN_HASTE -> true;
        };
    }
}
