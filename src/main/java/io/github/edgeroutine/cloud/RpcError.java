// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

/**
 * An error that an API answered with.
 *
 * @param code fit to print
 * @param message fit to print; empty if there was none
 * @param requestId fit to print; empty if there was none
 */
public record RpcError(Api api, RpcOperation<?> operation, String code, String message, String requestId) {

    /** As a message begins with it: code, text and request id. */
    @Override
    public String toString() {
        String text = message.isEmpty() ? "" : ", '" + message + "'";
        return code + text + " (" + (requestId.isEmpty() ? "no request id" : "request id " + requestId) + ")";
    }
}
