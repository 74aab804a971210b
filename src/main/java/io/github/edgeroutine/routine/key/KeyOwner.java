// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.key;

/**
 * Whom a key belongs to.
 *
 * @param account fit to print
 * @param name of the user or the role in it, fit to print
 */
public record KeyOwner(String account, String name) {

    /** For example "account 1234567890123456 (user/deploy)". */
    @Override
    public String toString() {
        return "account " + account + " (" + name + ")";
    }
}
