// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.local;

/** The worker host has ended or was stopped. The message is a clause with the reason. */
public final class HostEndedException extends Exception {

    private static final long serialVersionUID = 1;

    HostEndedException(String message) {
        super(message);
    }
}
