// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.key;

/**
 * The owner of a key.
 *
 * @param account can be printed
 * @param name of the user or the role in the account, can be printed
 */
public record KeyOwner(String account, String name) {

    /** For example "account 1234567890123456 (user/deploy)". */
    @Override
    public String toString() {
        return "account " + account + " (" + name + ")";
    }
}
