// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import java.util.Comparator;

/**
 * The number of one revision of a routine's code, such as {@code 1620876959997924701}. It stays a string from the
 * POM to the wire and back, because a double would lose its last digits.
 *
 * @param digits 1 to 64 digits, never {@code null}
 */
public record CodeRevision(String digits) {

    /** Compares the digits like numbers, without converting them: the largest is the newest. */
    public static final Comparator<CodeRevision> BY_AGE = Comparator.comparing(
                    (CodeRevision revision) -> revision.significant().length())
            .thenComparing(CodeRevision::significant);

    /** @throws IllegalArgumentException if the text has other characters than digits; the message quotes it */
    public CodeRevision {
        if (!isNumber(digits)) {
            throw new IllegalArgumentException(
                    "'" + digits + "' is not a code revision: use digits, such as 1620876959997924701");
        }
    }

    /** Whether it can be the number of a revision. */
    public static boolean isNumber(String text) {
        return text.matches("[0-9]{1,64}");
    }

    private String significant() {
        return digits.replaceFirst("^0+", "");
    }

    @Override
    public String toString() {
        return digits;
    }
}
