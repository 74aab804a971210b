package io.github.edgeroutine.routine;

/**
 * The number of one revision of a routine's code, such as {@code 1620876959997924701}. It stays text from the POM to
 * the wire and back: as a number it would lose its last digits in every tool that knows only doubles.
 *
 * @param digits decimal digits, never {@code null}
 */
public record CodeRevision(String digits) {

    /** @throws IllegalArgumentException if the text is anything but digits; the message quotes it */
    public CodeRevision {
        if (!digits.matches("[0-9]{1,64}")) {
            throw new IllegalArgumentException(
                    "'" + digits + "' is no code revision, which is a string of digits such as 1620876959997924701");
        }
    }

    @Override
    public String toString() {
        return digits;
    }
}
