// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import java.security.SecureRandom;

/**
 * The one key that the simulator knows.
 *
 * @param id the public half
 * @param secret what requests are signed with
 * @param securityToken the STS token that every request must bring, or {@code null} if none may be brought
 */
public record AccessKey(String id, String secret, String securityToken) {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public AccessKey {
        if (id.isBlank() || secret.isBlank()) {
            throw new IllegalArgumentException("an access key needs an id and a secret");
        }
    }

    /** A key that nobody else has, without a security token. Id and secret are as long as real ones. */
    public static AccessKey random() {
        SecureRandom random = new SecureRandom();
        return new AccessKey("LTAI" + letters(random, 20), letters(random, 30), null);
    }

    public static String letters(SecureRandom random, int count) {
        StringBuilder letters = new StringBuilder();
        random.ints(count, 0, ALPHABET.length()).forEach(at -> letters.append(ALPHABET.charAt(at)));
        return letters.toString();
    }

    /** Only the id: the rest must never reach a log. */
    @Override
    public String toString() {
        return "AccessKey[" + id + "]";
    }
}
