// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.connection;

import org.apache.maven.plugin.MojoFailureException;

/** No usable key was found. The message also lists all sources of a key. */
public final class NoCredentialsException extends MojoFailureException {

    private static final long serialVersionUID = 1;

    private final String reason;

    /** @param reason sentences before the ways in the message */
    NoCredentialsException(String reason, String ways) {
        super(reason + ways);
        this.reason = reason;
    }

    /** The message without the ways to give a key. */
    public String reason() {
        return reason;
    }
}
