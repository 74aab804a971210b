// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.esa;

import io.github.edgeroutine.faults.InjectedFault;
import io.github.edgeroutine.simulator.Fault;
import io.github.edgeroutine.simulator.esa.EsaFault;
import java.util.stream.Stream;

/** The refusals of ESA: one for each class of errors that the plugin treats differently, and all temporary ones. */
public final class EsaFaults {

    private EsaFaults() {}

    /** @param isRead whether the operation changes nothing, so that a retry is safe */
    public static Stream<InjectedFault> all(boolean isRead) {
        return Stream.of(EsaError.values()).flatMap(error -> of(error, isRead));
    }

    private static Stream<InjectedFault> of(EsaError error, boolean isRead) {
        return switch (error) {
            case BUSY ->
                Stream.of(
                                EsaFault.LOCK_FAILED,
                                EsaFault.SITE_SERVICE_BUSY,
                                EsaFault.TOO_MANY_REQUESTS,
                                EsaFault.THROTTLING_API)
                        .map(InjectedFault::busy);
            case BROKEN ->
                Stream.of(
                        new InjectedFault(EsaFault.INTERNAL_EXCEPTION, isRead, false, false, false),
                        InjectedFault.error("InternalOperationError", isRead, false));
            case NO_ROUTINE -> Stream.of(InjectedFault.error("RoutineNotExist", false, true));
            case NOT_OPENED -> Stream.of(InjectedFault.error("ServiceNotOpen", false, true));
            // The gateway's faults already contain this one.
            case UNKNOWN_KEY -> Stream.of();
            case HALTED -> Stream.of(InjectedFault.error("RoutineUserServiceStatusHalt", false, true));
            case LIMIT ->
                Stream.of(InjectedFault.lasting(Fault.error(400, "CodeVersionNumberExceedQuotaLimit", "no room")));
            // Only the creation of a routine can return them.
            case TAKEN, NO_ROOM -> Stream.of();
            case IN_USE -> Stream.of(InjectedFault.error("DependedByOthers", false, false));
            case WRONG -> Stream.of(InjectedFault.error("InvalidParameter", false, false));
        };
    }
}
