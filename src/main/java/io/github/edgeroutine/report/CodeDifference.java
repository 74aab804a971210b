// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a file differs from the code that an environment runs.
 *
 * @param lines a unified diff from what runs to the file, fit to print; empty if the texts differ in nothing that a line
 *     shows
 */
public record CodeDifference(List<String> lines) {

    private static final int CONTEXT = 3;
    private static final int MOST_LINES = 400;
    private static final int LONGEST = 200;
    /** Without the tab. Among them are those that turn the direction of the text around. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\u2028\\u2029&&[^\\t]]");
    /** Some CI servers look for a command anywhere in a line. */
    private static final Pattern COMMAND = Pattern.compile("##(?=\\[|vso\\[|teamcity\\[)");

    /**
     * @param running the code that runs
     * @param file the code of the file
     */
    public static CodeDifference of(String runningName, byte[] running, String fileName, byte[] file) {
        List<String> before = linesOf(running);
        return new CodeDifference(
                UnifiedDiffUtils.generateUnifiedDiff(
                                runningName, fileName, before, DiffUtils.diff(before, linesOf(file)), CONTEXT)
                        .stream()
                        .map(CodeDifference::printable)
                        .toList());
    }

    /** As many lines as a log should have, and how many more there are. */
    public List<String> shortened() {
        Stream<String> shown = lines.stream().limit(MOST_LINES).map(CodeDifference::cut);
        int more = lines.size() - MOST_LINES;
        return Stream.concat(shown, more > 0 ? Stream.of("(" + more + " more lines)") : Stream.of())
                .toList();
    }

    private static List<String> linesOf(byte[] code) {
        return new String(code, UTF_8).lines().toList();
    }

    private static String printable(String line) {
        String visible = INVISIBLE
                .matcher(line)
                .replaceAll(each -> Matcher.quoteReplacement(
                        "\\u{" + Integer.toHexString(each.group().codePointAt(0)) + "}"));
        return COMMAND.matcher(visible).replaceAll("# #");
    }

    private static String cut(String line) {
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return line.substring(0, end) + "… (" + (line.length() - end) + " more characters)";
    }
}
