// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.parameters;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text of a parameter. Maven itself would read every invalid switch as {@code false}. Each method throws an
 * {@link IllegalArgumentException} whose message is the rest of a sentence that begins with the parameter.
 */
public final class ParameterText {

    private static final Pattern SECONDS = Pattern.compile("(-?[0-9]+) *([A-Za-z]*)");
    private static final int LONGEST = 3600;

    private ParameterText() {}

    public static boolean isOn(String text) {
        String word = present(text, "true or false");
        if (word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false")) {
            return word.equalsIgnoreCase("true");
        }
        throw new IllegalArgumentException("is '" + word + "', but must be true or false");
    }

    public static int number(String text, int least, int most) {
        String digits = present(text, "a number from " + least + " to " + most);
        if (!digits.matches("-?[0-9]+")) {
            throw new IllegalArgumentException(
                    "is '" + digits + "', but must be a number from " + least + " to " + most);
        }
        BigInteger number = new BigInteger(digits);
        if (isOutside(number, least, most)) {
            throw new IllegalArgumentException("is " + digits + ", but must be from " + least + " to " + most);
        }
        return number.intValue();
    }

    /** Accepts {@code 90}, {@code 90s}, {@code 2m} and {@code 1h}. */
    public static Duration seconds(String text, int least) {
        String written = present(text, "a time in seconds, such as 30, 30s or 5m");
        Matcher matcher = SECONDS.matcher(written);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "is '" + written + "', but must be a time in seconds, such as 30, 30s or 5m");
        }
        int unit = switch (matcher.group(2)) {
            case "", "s", "S" -> 1;
            case "m", "M" -> 60;
            case "h", "H" -> 3600;
            default ->
                throw new IllegalArgumentException("is '" + written + "', but the unit '" + matcher.group(2)
                        + "' is not supported: give seconds or minutes, such as 30, 30s or 5m");
        };
        BigInteger seconds = new BigInteger(matcher.group(1)).multiply(BigInteger.valueOf(unit));
        if (isOutside(seconds, least, LONGEST)) {
            throw new IllegalArgumentException(
                    "is " + written + ", but must be from " + least + " to " + LONGEST + " seconds");
        }
        return Duration.ofSeconds(seconds.intValue());
    }

    /** The names in a list. One element can contain several names. */
    public static List<String> names(List<String> written) {
        return written == null
                ? List.of()
                : written.stream()
                        .filter(Objects::nonNull)
                        .flatMap(text -> Arrays.stream(text.split(",")))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    private static String present(String text, String wanted) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("is empty, but must be " + wanted);
        }
        return text.strip();
    }

    private static boolean isOutside(BigInteger number, int least, int most) {
        return number.compareTo(BigInteger.valueOf(least)) < 0 || number.compareTo(BigInteger.valueOf(most)) > 0;
    }
}
