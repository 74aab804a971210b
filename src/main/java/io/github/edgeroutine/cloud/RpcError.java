// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

/**
 * An error in the answer of an API.
 *
 * @param code safe to print
 * @param message safe to print; empty if there is no message
 * @param requestId safe to print; empty if there is no id
 */
public record RpcError(Api api, RpcOperation<?> operation, String code, String message, String requestId) {

    /** The beginning of a message: code, text and request id. */
    @Override
    public String toString() {
        String text = message.isEmpty() ? "" : ", '" + message + "'";
        return code + text + " (" + (requestId.isEmpty() ? "no request id" : "request id " + requestId) + ")";
    }
}
