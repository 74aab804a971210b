// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.esa;

import io.github.edgeroutine.simulator.wire.ServiceRefusal;

/** The refusals of ESA: a different code for each reason, always with HTTP 400. Texts are documented unless marked. */
final class EsaRefusal {

    /** The text of three codes. For one of them a retry does not help. */
    static final String FAILED_TO_CALL = "Failed to call the service. Try again later or contact technical support.";

    private EsaRefusal() {}

    static ServiceRefusal noRoutine() {
        return refusal("RoutineNotExist", "The routine name does not exist. Check the routine name and try again.");
    }

    /** Clients know two other spellings of this code. */
    static ServiceRefusal routineExists(String name) {
        return refusal("RoutineAlreadyExist", "(simulated) there is a routine " + name + " already");
    }

    static ServiceRefusal tooManyRoutines() {
        return refusal(
                "RoutineNumberExceedQuotaLimit", "(simulated) the account has as many routines as its plan admits");
    }

    /** The documented text is longer; the rest is not known. */
    static ServiceRefusal tooManyVersions() {
        return refusal(
                "CodeVersionNumberExceedQuotaLimit",
                "The maximum number of code versions in your plan has been reached.");
    }

    /** A version that runs cannot be deleted. The code for this is a guess. */
    static ServiceRefusal dependedByOthers() {
        return refusal("DependedByOthers", FAILED_TO_CALL);
    }

    /** The code for a missing version is not documented. */
    static ServiceRefusal noVersion(String routine, String version) {
        return invalid("the routine " + routine + " has no code version " + version);
    }

    static ServiceRefusal invalid(String text) {
        return refusal("InvalidParameter", "(simulated) " + text);
    }

    static ServiceRefusal lockFailed() {
        return refusal("LockFailed", "(simulated) another write to this routine came in between");
    }

    private static ServiceRefusal refusal(String code, String message) {
        return new ServiceRefusal(400, code, message);
    }
}
