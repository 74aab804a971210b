// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import io.github.edgeroutine.simulator.wire.RandomText;

/**
 * A key that the simulator accepts.
 *
 * @param id the public part
 * @param secret signs the requests
 * @param securityToken the STS token that every request must contain; {@code null} if no request may contain one
 */
public record AccessKey(String id, String secret, String securityToken) {

    public AccessKey {
        if (id.isBlank() || secret.isBlank()) {
            throw new IllegalArgumentException("an access key needs an id and a secret");
        }
    }

    /** A new random key without a security token. Id and secret are as long as real ones. */
    public static AccessKey random() {
        return new AccessKey("LTAI" + RandomText.letters(20), RandomText.letters(30), null);
    }

    /** A new random key with a security token, as for an assumed role. */
    public static AccessKey randomOfRole() {
        return new AccessKey("STS.NT" + RandomText.letters(23), RandomText.letters(44), RandomText.letters(400));
    }

    /** Prints only the id. The rest must never be in a log. */
    @Override
    public String toString() {
        return "AccessKey[" + id + "]";
    }
}
