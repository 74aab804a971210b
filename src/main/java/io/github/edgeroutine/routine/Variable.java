// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

/**
 * A function variable, which the code of a routine reads.
 *
 * @param value not reliable for a secret that was read, because some services do not show it
 * @param isSecret whether the service keeps it encrypted
 */
public record Variable(String value, boolean isSecret) {

    /** The largest number of variables in an environment. */
    public static final int MOST = 50;

    private static final int LONGEST_VALUE = 200;

    /**
     * Refuses the same names as the service's own command line.
     *
     * @throws IllegalArgumentException if no variable can have the name; the message is the rest of a sentence
     */
    public static String name(String name) {
        if (!name.matches("[A-Za-z0-9_]{1,100}") || name.matches("__proto__|constructor|prototype")) {
            throw new IllegalArgumentException("contains the name '" + name
                    + "', but the name of a variable has at most 100 ASCII letters, digits and underscores, and"
                    + " is not __proto__, constructor or prototype");
        }
        return name;
    }

    /**
     * @throws IllegalArgumentException if the value is too long; the message is the rest of a sentence, without the
     * value
     */
    public static Variable of(String name, String value, boolean isSecret) {
        if (value.length() > LONGEST_VALUE) {
            throw new IllegalArgumentException("gives " + name + " a value of " + value.length()
                    + " characters, but the service allows only " + LONGEST_VALUE);
        }
        return new Variable(value, isSecret);
    }

    /** Without the value. */
    @Override
    public String toString() {
        return isSecret ? "secret" : "plain text";
    }
}
