// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.wire;

/**
 * A service refuses a request. The documents contradict each other on some statuses, so clients should check only the
 * code.
 */
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

    /** The HTTP status, such as 400. */
    public int status() {
        return status;
    }

    /** Clients distinguish refusals by this code. */
    public String code() {
        return code;
    }
}
