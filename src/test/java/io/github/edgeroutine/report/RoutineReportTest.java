// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.routine.RoutineName;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutineReportTest {

    @ParameterizedTest
    @CsvSource({"a.b.json, a.b-hello.json", "outcome, outcome-hello", ".json, -hello.json"})
    void theNameOfTheRoutineComesBeforeTheEndingOfTheFileName(String report, String beside) {
        assertEquals(Path.of("a", beside), RoutineReport.beside(Path.of("a", report), new RoutineName("hello")));
    }
}
