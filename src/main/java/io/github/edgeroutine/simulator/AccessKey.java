// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import io.github.edgeroutine.simulator.wire.RandomText;

/**
 * The one key that the simulator knows.
 *
 * @param id the public half
 * @param secret what requests are signed with
 * @param securityToken the STS token that every request must bring, or {@code null} if none may be brought
 */
public record AccessKey(String id, String secret, String securityToken) {

    public AccessKey {
        if (id.isBlank() || secret.isBlank()) {
            throw new IllegalArgumentException("an access key needs an id and a secret");
        }
    }

    /** A key that nobody else has, without a security token. Id and secret are as long as real ones. */
    public static AccessKey random() {
        return new AccessKey("LTAI" + RandomText.letters(20), RandomText.letters(30), null);
    }

    /** Only the id: the rest must never reach a log. */
    @Override
    public String toString() {
        return "AccessKey[" + id + "]";
    }
}
