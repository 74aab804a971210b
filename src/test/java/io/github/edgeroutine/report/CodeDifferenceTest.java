// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeDifferenceTest {

    @Test
    void aDifferenceShowsOnlyTheLinesAroundAChange() {
        assertEquals(
                List.of("--- live", "+++ file", "@@ -2,4 +2,4 @@", " 2", " 3", " 4", "-5", "+five"),
                diff("1\n2\n3\n4\n5\n", "1\n2\n3\n4\nfive\n").lines());
    }

    @Test
    void equalCodeHasNoDifference() {
        assertEquals(List.of(), diff("1\n", "1\n").lines());
    }

    /** A terminal and a CI server read the log, and the code comes from the network. */
    @ParameterizedTest
    @CsvSource({
        "a\u001b[31mb, +a\\u{1b}[31mb",
        "a\u202eb, +a\\u{202e}b",
        "a\tb, '+a\tb'",
        "x##[error]y, +x# #[error]y",
        "x##vso[task]y, +x# #vso[task]y",
        "x##y::z, +x##y::z",
    })
    void aCharacterThatALogCannotPrintIsEscaped(String code, String printed) {
        assertEquals(List.of(printed), diff("", code).lines().subList(3, 4));
    }

    @Test
    void aLogGetsTheFirstLinesAndTheNumberOfTheOthers() {
        String line = "x".repeat(199);
        List<String> shown = diff(
                        "", IntStream.range(0, 450).mapToObj(i -> line).collect(Collectors.joining("\n")))
                .shortened();

        assertEquals(401, shown.size());
        assertEquals("+" + line, shown.get(399));
        assertEquals("(53 more lines)", shown.get(400));
        assertEquals(
                List.of("+" + line + "… (2 more characters)"),
                diff("", line + "yz").shortened().subList(3, 4));
        assertEquals(
                "+" + "x".repeat(198) + "… (2 more characters)",
                diff("", "x".repeat(198) + "🚀").shortened().get(3));
    }

    private static CodeDifference diff(String running, String file) {
        return CodeDifference.of("live", running.getBytes(UTF_8), "file", file.getBytes(UTF_8));
    }
}
