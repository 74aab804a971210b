// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.esa;

import io.github.edgeroutine.simulator.Fault;

/** Known refusals of ESA, in addition to the faults of any service. */
public final class EsaFault {

    /** Two writes to one routine or site ran at the same time. */
    public static final Fault LOCK_FAILED =
            fault("LockFailed", EsaRefusal.lockFailed().getMessage());

    public static final Fault SITE_SERVICE_BUSY = fault("Site.ServiceBusy", "(simulated) the site is busy");

    public static final Fault TOO_MANY_REQUESTS = fault("TooManyRequests", "(simulated) there are too many requests");

    /** One operation is called too often. */
    public static final Fault THROTTLING_API = fault("Throttling.Api", "Request was denied due to api flow control.");

    /** It is not known whether the operation was carried out. */
    public static final Fault INTERNAL_EXCEPTION = fault("InternalException", EsaRefusal.FAILED_TO_CALL);

    private EsaFault() {}

    private static Fault fault(String code, String message) {
        return Fault.error(400, code, message);
    }
}
