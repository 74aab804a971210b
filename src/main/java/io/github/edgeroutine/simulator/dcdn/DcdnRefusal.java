// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import io.github.edgeroutine.simulator.wire.ServiceRefusal;

/** The refusals of DCDN. It has one code for all errors of a routine. */
final class DcdnRefusal {

    private DcdnRefusal() {}

    static ServiceRefusal generalError(String text) {
        return new ServiceRefusal(400, "EdgeRoutine.GeneralError", "A server error occurred: " + text);
    }

    /** The only known text of this code. */
    static ServiceRefusal revisionLimit() {
        return generalError("you got upper limit of code revisions");
    }

    /** No separate code is documented for a missing routine. */
    static ServiceRefusal noRoutine(String name) {
        return generalError("(simulated) there is no routine " + name);
    }

    static ServiceRefusal routineExists(String name) {
        return generalError("(simulated) there is a routine " + name + " already");
    }

    static ServiceRefusal noRevision(String routine, String revision) {
        return generalError("(simulated) the routine " + routine + " has no code revision " + revision);
    }
}
