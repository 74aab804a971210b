// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.edgeroutine.cloud.text.JsonText.Read;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    @Test
    void anObjectIsReadWithEachJsonType() {
        String text = "{\"a\":[1,\"two\",true,null,{\"b\":[]}],\"c\":{\"d\":1710120201067203241}}";

        assertEquals(text, read(text).toString());
        assertEquals(new Read(Optional.of(read(text)), false), JsonText.read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "1",
                "\"text\"",
                "{} {}",
                "{}x",
                "{a:1}",
                "{'a':1}",
                "{\"a\":1,}",
                "{\"a\":1;\"b\":2}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "// comment\n{}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":[1,2}",
                "{\"a\"}",
                "{\"a\":tru}",
                "{\"a\":TRUE}",
                "null"
            })
    void anInvalidObjectIsNotRead(String text) {
        assertEquals(new Read(Optional.empty(), false), JsonText.read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"a\"", "{\"a\":", "{\"a\":[1", "{\"a\":\"te", "  {\"a\":{}"})
    void theBeginningOfAnObjectEndsTooEarly(String text) {
        assertEquals(new Read(Optional.empty(), true), JsonText.read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "[1", "\"te", "<html"})
    void theBeginningOfAnotherTypeDoesNotEndTooEarly(String text) {
        assertEquals(new Read(Optional.empty(), false), JsonText.read(text));
    }

    /** The object itself is one level. */
    @Test
    void aHundredLevelsAreReadButNotMore() {
        assertTrue(JsonText.read(nested(99)).object().isPresent());
        assertEquals(Optional.empty(), JsonText.read(nested(100)).object());
    }

    private static String nested(int arrays) {
        return "{\"a\":" + "[".repeat(arrays) + "]".repeat(arrays) + "}";
    }

    @ParameterizedTest
    @CsvSource({"text, x", "number, 1710120201067203241", "boolean, true", "missing,", "nothing,", "list,", "object,"})
    void aMemberIsTextNumberOrBoolean(String member, String text) {
        JsonObject object =
                read("{\"text\":\"x\",\"number\":1710120201067203241,\"boolean\":true,\"nothing\":null,\"list\":[1],"
                        + "\"object\":{}}");

        assertEquals(Optional.ofNullable(text), JsonText.text(object, member));
    }

    @Test
    void oneStringIsRead() {
        assertEquals(Optional.of("a\n\"b\""), JsonText.string("\"a\\n\\\"b\\\"\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1", "'a'", "\"a", "\"a\" \"b\"", "{}", "\"a\nb\""})
    void anInvalidStringIsNotRead(String text) {
        assertEquals(Optional.empty(), JsonText.string(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pz4/", "Pz4_", "Pz\r\n4/", "Pz4/"})
    void base64IsReadInEachVariant(String text) {
        assertArrayEquals("?>?".getBytes(UTF_8), Base64Text.decode(text).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "const a = 1;", "YQ=", "Y"})
    void invalidBase64IsNotRead(String text) {
        assertEquals(Optional.empty(), Base64Text.decode(text));
    }

    private static JsonObject read(String text) {
        return JsonText.read(text).object().orElseThrow();
    }
}
