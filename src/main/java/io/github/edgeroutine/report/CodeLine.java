// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of code for the log. */
record CodeLine(String text) {

    private static final int LONGEST = 200;
    /** All of them except the tab. Some of them change the direction of the text. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\u2028\\u2029&&[^\\t]]");
    /** Some CI servers look for a command anywhere in a line. */
    private static final Pattern COMMAND = Pattern.compile("##(?=\\[|vso\\[|teamcity\\[)");

    /** The line without characters that control the terminal or the CI server. */
    String printable() {
        String visible = INVISIBLE
                .matcher(text)
                .replaceAll(each -> Matcher.quoteReplacement(
                        "\\u{" + Integer.toHexString(each.group().codePointAt(0)) + "}"));
        return COMMAND.matcher(visible).replaceAll("# #");
    }

    /** The line, or the start of a long line. */
    String cut() {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "… (" + (text.length() - end) + " more characters)";
    }
}
