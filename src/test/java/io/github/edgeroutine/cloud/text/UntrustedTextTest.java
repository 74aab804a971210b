// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UntrustedTextTest {

    private final UntrustedText untrusted = new UntrustedText(List.of("LTAIkey", "s3/cr+3t=", ""));

    @Test
    void becomesOneLineWithoutControlCharacters() {
        assertEquals("a b c d", untrusted.quote(" a\r\nb\t\u001b\u0000c\u2028\u202ed\u0085 "));
    }

    @Test
    void staysShort() {
        assertEquals("x".repeat(300) + "…", untrusted.quote("x".repeat(5000)));
    }

    @ParameterizedTest
    @CsvSource({
        "key LTAIkey is bad, key *** is bad",
        "secret s3/cr+3t= is bad, secret *** is bad",
        "secret s3%2Fcr%2B3t%3D is bad, secret *** is bad",
        "secret s3%252Fcr%252B3t%253D is bad, secret *** is bad",
        "?Signature=abc%2B&Name=x, ?Signature=***&Name=x"
    })
    void masksSecretsInEachForm(String raw, String printed) {
        assertEquals(printed, untrusted.quote(raw));
    }

    @ParameterizedTest
    @CsvSource({
        "in Base64 czMvY3IrM3Q9 or TFRBSWtleQ==, in Base64 *** or ***",
        "without padding TFRBSWtleQ!, without padding ***!",
        "s3%2fcr%2b3t%3d, ***",
        "'in\\0visible s3/\\tcr+\\r\\n3t= here', in visible *** here",
        "s3/cr+3t=LTAIkey, ***"
    })
    void masksSecretsInBase64AndInParts(String raw, String printed) {
        assertEquals(printed, untrusted.quote(raw.translateEscapes()));
    }

    /** After decoding, the escape before it would read its first letters as digits. */
    @Test
    void textBeforeASecretDoesNotRevealIt() {
        UntrustedText token = new UntrustedText(List.of("CAIS/tok+en%/=="));

        assertEquals("%25***", token.quote("%25CAIS%252Ftok%252Ben%2525%252F%253D%253D"));
    }

    @Test
    void masksUrlSafeBase64() {
        UntrustedText binary = new UntrustedText(List.of("???>>>~~~"));

        assertEquals("*** and ***", binary.quote("Pz8/Pj4+fn5+ and Pz8_Pj4-fn5-"));
    }

    @Test
    void masksBeforeItCuts() {
        assertEquals("x".repeat(297) + "***…", untrusted.quote("x".repeat(297) + "LTAIkey" + "y".repeat(50)));
    }

    @Test
    void cutsNoCharacterInHalf() {
        assertEquals("x".repeat(299) + "…", untrusted.quote("x".repeat(299) + "😀 and more"));
    }

    @ParameterizedTest
    @CsvSource({
        "::error::Stop, : :error: :Stop",
        "::set-output name=x::y, : :set-output name=x: :y",
        ":::warning:::, : : :warning: : :",
        "##[error]x, # #[error]x",
        "##vso[task.setvariable variable=x]y, # #vso[task.setvariable variable=x]y",
        "##teamcity[buildStop], # #teamcity[buildStop]",
        "'#\\t#vso[x]', # #vso[x]",
        "section_start:1:x\\r\\33[0Kx, section_start:1:x [0Kx"
    })
    void containsNoCommandForACiServer(String raw, String printed) {
        String harmless = untrusted.quote(raw.translateEscapes());

        assertEquals(printed, harmless);
        assertEquals(harmless, untrusted.quote(harmless));
    }

    @Test
    void anEscapeInABodyDoesNotRevealASecret() {
        assertEquals(
                "{\"a\":\"*** *** C:\\d\"",
                untrusted.quoteBody("{\"a\":\"s3\\/cr\\u002B3t= LTAI\\u0000\\nkey C:\\\\d\""));
    }

    @Test
    void escapesOfJsonInABodyAreDecoded() {
        assertEquals("{\"a\":\"路由 x\"}", untrusted.quoteBody("{\"a\":\"\\u8def\\u7531\\nx\"}"));
    }

    /** The remains of the mask and the following text are the secret again, so each round removes one letter. */
    @Test
    void aTextWhoseRemainsAreASecretIsMaskedAsAWhole() {
        UntrustedText odd = new UntrustedText(List.of("***x"));

        assertEquals("a ***", odd.quote("a ***xxxxx"));
        assertEquals("***", odd.quote("a ***xxxxxx"));
    }

    /** A service that makes the plugin hide more than a form can contain tries to slow it down. */
    @Test
    void onlyTheBeginningOfAFormIsHidden() {
        UntrustedText form = untrusted.hidingForm(List.of("x".repeat(32_767), "y", "fieldbehindit"));

        assertEquals("*** fieldbehindit", form.quote("x".repeat(200) + " fieldbehindit"));
    }

    @Test
    void aCharacterIsNotCutInTwo() {
        assertEquals("a b c", untrusted.quote("a\ud83db\ude00c"));
    }

    @Test
    void removesTheSignedText() {
        String raw = "Specified signature is not matched with our calculation. server string to sign is:POST&%2F&Access"
                + "KeyId%3DLTAIkey%26SecurityToken%3Dx";

        assertEquals("Specified signature is not matched with our calculation.", untrusted.quote(raw));
        assertFalse(untrusted.quote("String To Sign: x\nsecond line").contains("second line"));
    }

    @Test
    void keepsTextInAnyLanguage() {
        assertEquals("路由不存在 😀", untrusted.quote("路由不存在 😀"));
    }
}
