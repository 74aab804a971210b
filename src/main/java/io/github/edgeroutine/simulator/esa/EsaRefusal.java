// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.esa;

import io.github.edgeroutine.simulator.wire.ServiceRefusal;

/** How ESA refuses an operation: a code for each reason, always with HTTP 400. Texts are documented unless marked. */
final class EsaRefusal {

    /** Of three codes, one of which does not mean that it may pass. */
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

    /** The documents say more behind this sentence, which is not known. */
    static ServiceRefusal tooManyVersions() {
        return refusal(
                "CodeVersionNumberExceedQuotaLimit",
                "The maximum number of code versions in your plan has been reached.");
    }

    /** What runs cannot be deleted. Which code says so is a guess. */
    static ServiceRefusal dependedByOthers() {
        return refusal("DependedByOthers", FAILED_TO_CALL);
    }

    /** Which code says that a version is missing is not documented. */
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
