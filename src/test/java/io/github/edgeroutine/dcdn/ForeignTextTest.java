package io.github.edgeroutine.dcdn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignTextTest {

    private final ForeignText foreign = new ForeignText(List.of("LTAIkey", "se/cr+et=", ""));

    @Test
    void becomesOneLineWithoutControlCharacters() {
        assertEquals("a b c d", foreign.quote(" a\r\nb\t\u001b\u0000c\u2028\u202ed\u0085 "));
    }

    @Test
    void staysShort() {
        assertEquals("x".repeat(300) + "…", foreign.quote("x".repeat(5000)));
    }

    @ParameterizedTest
    @CsvSource({
        "key LTAIkey is bad, key *** is bad",
        "secret se/cr+et= is bad, secret *** is bad",
        "secret se%2Fcr%2Bet%3D is bad, secret *** is bad",
        "secret se%252Fcr%252Bet%253D is bad, secret *** is bad",
        "?Signature=abc%2B&Name=x, ?Signature=***&Name=x"
    })
    void masksOurSecretsInEachOfTheirSpellings(String raw, String printed) {
        assertEquals(printed, foreign.quote(raw));
    }

    @Test
    void leavesOutWhatWasSigned() {
        String raw = "Specified signature is not matched with our calculation. server string to sign is:POST&%2F&Access"
                + "KeyId%3DLTAIkey%26SecurityToken%3Dx";

        assertEquals("Specified signature is not matched with our calculation.", foreign.quote(raw));
        assertFalse(foreign.quote("String To Sign: x\nsecond line").contains("second line"));
    }

    @Test
    void keepsTextInAnyLanguage() {
        assertEquals("路由不存在 😀", foreign.quote("路由不存在 😀"));
    }
}
