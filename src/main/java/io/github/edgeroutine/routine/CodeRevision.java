// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import java.util.Comparator;

/**
 * The number of one revision of a routine's code, such as {@code 1620876959997924701}. It stays text from the POM to
 * the wire and back: as a number it would lose its last digits in every tool that knows only doubles.
 *
 * @param digits never {@code null}; what the service says to run somewhere may be another word, such as for code that
 *     was staged and not committed
 */
public record CodeRevision(String digits) {

    /** Digits compare as numbers do, without becoming numbers: the largest is the newest. */
    public static final Comparator<CodeRevision> BY_AGE = Comparator.comparing(
                    (CodeRevision revision) -> revision.significant().length())
            .thenComparing(CodeRevision::significant);

    /** @throws IllegalArgumentException if the text is no single word */
    public CodeRevision {
        if (!digits.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException("no revision");
        }
    }

    /** @throws IllegalArgumentException if the text is anything but digits; the message quotes it */
    public static CodeRevision parse(String text) {
        if (!text.matches("[0-9]{1,64}")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no code revision, which is a string of digits such as 1620876959997924701");
        }
        return new CodeRevision(text);
    }

    /** Whether it has a number, which only committed code has. */
    public boolean isCommitted() {
        return digits.matches("[0-9]+");
    }

    private String significant() {
        return digits.replaceFirst("^0+", "");
    }

    @Override
    public String toString() {
        return digits;
    }
}
