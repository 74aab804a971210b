// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import io.github.edgeroutine.faults.InjectedFault;
import io.github.edgeroutine.simulator.Fault;
import java.util.stream.Stream;

/** One refusal of DCDN for each class of errors that the plugin treats differently. */
public final class DcdnFaults {

    private static final String LIMIT = "A server error occurred: you got upper limit of code revisions";

    private DcdnFaults() {}

    public static Stream<InjectedFault> all() {
        return Stream.of(DcdnError.values()).map(DcdnFaults::of);
    }

    private static InjectedFault of(DcdnError error) {
        return switch (error) {
            case LIMIT -> InjectedFault.lasting(Fault.error(400, "EdgeRoutine.GeneralError", LIMIT));
            case GENERAL -> InjectedFault.error("EdgeRoutine.GeneralError", true, false);
            case NOT_ACTIVATED -> InjectedFault.error("EdgeRoutine.ServiceNotFound", false, true);
        };
    }
}
