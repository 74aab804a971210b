// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

/**
 * Code that is no revision, and cannot be put anywhere or put back.
 *
 * @param word what the service calls it, such as {@code unstable} for code that was staged and not committed; fit to print
 */
public record UnnumberedCode(String word) implements Live {

    /** The revision that an upload would make, which is a dry run. */
    public static final UnnumberedCode NEW = new UnnumberedCode("new");

    /** @throws IllegalArgumentException if the text is no single word, or is the number of a revision */
    public UnnumberedCode {
        if (!word.matches("[A-Za-z0-9._-]{1,64}") || word.matches("[0-9]+")) {
            throw new IllegalArgumentException("no word");
        }
    }

    @Override
    public String toString() {
        return word;
    }
}
