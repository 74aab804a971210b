// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterTextTest {

    @ParameterizedTest
    @CsvSource({"true, true", "TRUE, true", "' True\n', true", "false, false", "False, false"})
    void aSwitchIsTrueOrFalseInAnyCase(String text, boolean on) {
        assertEquals(on, ParameterText.isOn(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "no", "1", "0", "on", "off", "tru", "true,", "t r u e", "${dryRun}", "ｔｒｕｅ", "-"})
    void anythingElseIsAnInvalidSwitch(String text) {
        assertEquals("is '" + text + "', but must be true or false", refusal(() -> ParameterText.isOn(text)));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "\t\n"})
    void anEmptyTextIsRefusedWithAHint(String text) {
        assertEquals("is empty, but must be true or false", refusal(() -> ParameterText.isOn(text)));
        assertEquals("is empty, but must be a number from 0 to 20", refusal(() -> ParameterText.number(text, 0, 20)));
        assertEquals(
                "is empty, but must be a time in seconds, such as 30, 30s or 5m",
                refusal(() -> ParameterText.seconds(text, 1)));
    }

    @ParameterizedTest
    @CsvSource({"30, 30", "30s, 30", "30S, 30", "' 30 s ', 30", "5m, 300", "60M, 3600", "1h, 3600", "1H, 3600", "007, 7"
    })
    void secondsCanHaveAUnit(String text, int seconds) {
        assertEquals(Duration.ofSeconds(seconds), ParameterText.seconds(text, 1));
    }

    @ParameterizedTest
    @CsvSource({"1500ms, ms", "1d, d", "30sec, sec", "5 minutes, minutes"})
    void anotherUnitIsNamed(String text, String unit) {
        assertEquals(
                "is '" + text + "', but the unit '" + unit
                        + "' is not supported: give seconds or minutes, such as 30, 30s or 5m",
                refusal(() -> ParameterText.seconds(text, 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0m", "-1", "-5m", "3601", "61m", "2h", "4294967326", "99999999999999999999m"})
    void aTimeOutOfRangeIsRefusedAsItWasWritten(String text) {
        assertEquals(
                "is " + text + ", but must be from 1 to 3600 seconds", refusal(() -> ParameterText.seconds(text, 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"s", "1.5", "1m30s", "PT30S", "1e3", "+5", "٣٠", "30 000", "0x10"})
    void anInvalidTimeIsRefused(String text) {
        assertEquals(
                "is '" + text + "', but must be a time in seconds, such as 30, 30s or 5m",
                refusal(() -> ParameterText.seconds(text, 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "21", "4294967296", "99999999999999999999"})
    void aNumberOutOfRangeIsRefusedAsItWasWritten(String text) {
        assertEquals("is " + text + ", but must be from 0 to 20", refusal(() -> ParameterText.number(text, 0, 20)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"three", "3.0", "3s", "٣", "1 0"})
    void anInvalidNumberIsRefused(String text) {
        assertEquals(
                "is '" + text + "', but must be a number from 0 to 20",
                refusal(() -> ParameterText.number(text, 0, 20)));
    }

    @Test
    void blanksAroundANumberDoNotMatter() {
        assertEquals(3, ParameterText.number(" 3\n", 0, 20));
    }

    @Test
    void oneElementCanContainSeveralNames() {
        assertEquals(
                List.of("staging", "production", "presetCanaryZhejiang"),
                ParameterText.names(Arrays.asList("staging, production,", null, " ", "presetCanaryZhejiang")));
    }

    private static String refusal(Executable reader) {
        return assertThrows(IllegalArgumentException.class, reader).getMessage();
    }
}
