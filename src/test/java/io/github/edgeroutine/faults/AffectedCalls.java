// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.faults;

import io.github.edgeroutine.simulator.Fault;
import io.github.edgeroutine.simulator.Simulator;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/** Which calls of an operation get the fault. A repeated call counts as another call. */
enum AffectedCalls {
    FIRST(0, 0, 1),
    SECOND(1, 0, 1),
    EVERY(0, 0, Integer.MAX_VALUE),
    EVERY_IN_HASTE(0, 0, Integer.MAX_VALUE),
    /** If a goal makes the call twice, the first one fails finally, and later calls do not. */
    EACH_ATTEMPT_OF_THE_FIRST(0, 0, GoalFixture.RETRIES + 1),
    EACH_ATTEMPT_OF_THE_SECOND(1, 0, GoalFixture.RETRIES + 1),
    LAST_ATTEMPT_OF_THE_FIRST(0, GoalFixture.RETRIES, 1),
    LAST_ATTEMPT_OF_THE_SECOND(1, GoalFixture.RETRIES, 1),
    /** A restore gets the fault too. */
    EVERY_FROM_THE_SECOND_ON(1, 0, Integer.MAX_VALUE);

    private static final List<AffectedCalls> OF_ANY = List.of(FIRST, SECOND, EVERY, EVERY_IN_HASTE);

    private final int spared;
    private final int throttled;
    private final int met;

    AffectedCalls(int spared, int throttled, int met) {
        this.spared = spared;
        this.throttled = throttled;
        this.met = met;
    }

    /** @param inTwoCalls whether the operation is a publish with more than one call in a run without faults */
    static List<AffectedCalls> all(boolean inTwoCalls) {
        return inTwoCalls ? List.of(values()) : OF_ANY;
    }

    Duration limit() {
        return this == EVERY_IN_HASTE ? Duration.ofSeconds(2) : Duration.ofMinutes(5);
    }

    /** @param once whether a run without faults has only one such call; after a throttled call there is a second one */
    void script(Simulator simulator, String operation, Fault fault, boolean once) {
        simulator.script(operation, times(spared, once ? Fault.THROTTLE : Fault.NONE));
        simulator.script(operation, times(throttled, Fault.THROTTLE));
        if (met == Integer.MAX_VALUE) {
            simulator.scriptForever(operation, fault);
        } else {
            simulator.script(operation, times(met, fault));
        }
    }

    private static Fault[] times(int count, Fault fault) {
        return Collections.nCopies(count, fault).toArray(Fault[]::new);
    }

    /** The smallest number of calls before one gets the fault, if the call is repeated. */
    int until() {
        return spared + throttled + 1;
    }

    /** @param call counts from 0 */
    boolean meets(int call) {
        return call >= until() - 1 && call - (until() - 1) < met;
    }

    /** Whether the call is throttled before it is carried out. */
    boolean throttles(int call, boolean once) {
        return call < until() - 1 && (once || call >= spared);
    }
}
