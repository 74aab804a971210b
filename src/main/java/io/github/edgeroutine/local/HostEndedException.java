// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.local;

/** The worker host is gone, or was stopped; the message is a clause on how. */
public final class HostEndedException extends Exception {

    private static final long serialVersionUID = 1;

    HostEndedException(String message) {
        super(message);
    }
}
