// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeftBehindTest {

    @ParameterizedTest
    @CsvSource({"warn, WARN", "fail, FAIL", "ignore, IGNORE", "Ignore, IGNORE", "FAIL, FAIL"})
    void aChoiceIsReadInAnyCase(String text, LeftBehind choice) {
        assertEquals(choice, LeftBehind.parse(text));
    }

    @Test
    void aChoiceIsReadInATurkishBuildToo() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr"));
        try {
            assertEquals(LeftBehind.IGNORE, LeftBehind.parse("ignore"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "warning", "none", " fail"})
    void anyOtherWordIsRefused(String text) {
        Exception refused = assertThrows(IllegalArgumentException.class, () -> LeftBehind.parse(text));

        assertEquals("is '" + text + "', but must be warn, fail or ignore", refused.getMessage());
    }
}
