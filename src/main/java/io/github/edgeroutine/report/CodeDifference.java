// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;
import java.util.stream.Stream;

/**
 * The difference between the code of an environment and a file.
 *
 * @param lines a unified diff from the running code to the file, safe to print; empty if all lines are equal
 */
public record CodeDifference(List<String> lines) {

    private static final int CONTEXT = 3;
    private static final int MOST_LINES = 400;

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
                        .map(line -> new CodeLine(line).printable())
                        .toList());
    }

    /** The first lines, for a log, and the number of the other lines. */
    public List<String> shortened() {
        Stream<String> shown = lines.stream().limit(MOST_LINES).map(line -> new CodeLine(line).cut());
        int more = lines.size() - MOST_LINES;
        return Stream.concat(shown, more > 0 ? Stream.of("(" + more + " more lines)") : Stream.of())
                .toList();
    }

    private static List<String> linesOf(byte[] code) {
        return new String(code, UTF_8).lines().toList();
    }
}
