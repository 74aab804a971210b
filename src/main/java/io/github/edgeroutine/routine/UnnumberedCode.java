// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

/**
 * Code that is not a revision. It cannot be published or restored.
 *
 * @param word the service's word for it, such as {@code unstable} for staged code that is not committed; can be printed
 */
public record UnnumberedCode(String word) implements Live {

    /** The revision that an upload would create, in a dry run. */
    public static final UnnumberedCode NEW = new UnnumberedCode("new");

    /** @throws IllegalArgumentException if the text is not a single word, or if it is the number of a revision */
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
