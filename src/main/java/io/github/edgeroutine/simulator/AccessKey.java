// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import io.github.edgeroutine.simulator.wire.RandomText;

/**
 * A key that the simulator knows.
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

    /** The same for somebody who has taken a role: with a security token. */
    public static AccessKey randomOfRole() {
        return new AccessKey("STS.NT" + RandomText.letters(23), RandomText.letters(44), RandomText.letters(400));
    }

    /** Only the id: the rest must never reach a log. */
    @Override
    public String toString() {
        return "AccessKey[" + id + "]";
    }
}
