// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.wire;

/** A service says no. Documents differ on some statuses, so that clients should decide by the code alone. */
public final class ServiceRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    /**
     * @param status of HTTP, such as 400
     * @param code such as {@code Throttling.User}
     */
    public ServiceRefusal(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** Of HTTP. */
    public int status() {
        return status;
    }

    /** By which clients tell refusals apart. */
    public String code() {
        return code;
    }
}
