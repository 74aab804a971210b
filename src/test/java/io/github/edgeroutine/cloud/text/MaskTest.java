// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret is not printed in any form that a service could choose, and other text stays readable. */
class MaskTest {

    private static final String SECRET = "Zk3/9a+Qw7xR2mPd8LsT5vBnYt4";

    private final UntrustedText untrusted =
            new UntrustedText(List.of("LTAI5tQm8KzVnB3xWc7RdYp2", SECRET, "CAISrwJ1q6Ft5B2yfSjIr5".repeat(20)));

    private record Disguise(String name, UnaryOperator<String> of) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Disguise> disguises() {
        return Stream.of(
                new Disguise(
                        "in parts of CDATA", secret -> each(secret, letter -> "<![CDATA[" + (char) letter + "]]>")),
                new Disguise(
                        "code points", secret -> each(secret, letter -> String.format(Locale.ROOT, "U+%04X ", letter))),
                new Disguise(
                        "quoted-printable",
                        secret -> each(secret, letter -> String.format(Locale.ROOT, "=%02X", letter))),
                new Disguise("as it is", secret -> secret),
                new Disguise("in capitals", secret -> secret.toUpperCase(Locale.ROOT)),
                new Disguise("a prefix", secret -> secret.substring(0, 18)),
                new Disguise("all but the last letter", secret -> secret.substring(0, secret.length() - 1)),
                new Disguise("all but the first letter", secret -> secret.substring(1)),
                new Disguise(
                        "reversed",
                        secret -> new StringBuilder(secret).reverse().toString()),
                new Disguise("hex", MaskTest::hex),
                new Disguise("hex in capitals", secret -> hex(secret).toUpperCase(Locale.ROOT)),
                new Disguise(
                        "hex with colons", secret -> HexFormat.ofDelimiter(":").formatHex(secret.getBytes(UTF_8))),
                new Disguise(
                        "hex of a program",
                        secret -> HexFormat.ofDelimiter(", ").withPrefix("0x").formatHex(secret.getBytes(UTF_8))),
                new Disguise(
                        "escapes of bytes",
                        secret -> each(secret, letter -> String.format(Locale.ROOT, "\\x%02x", letter))),
                new Disguise("split by a hyphen", secret -> each(secret, letter -> (char) letter + "-")),
                new Disguise("split by a tag", secret -> secret.substring(0, 9) + "<br>" + secret.substring(9)),
                new Disguise("split by tags", secret -> each(secret, letter -> (char) letter + "<wbr class=\"x\"/>")),
                new Disguise("split by an entity", secret -> each(secret, letter -> (char) letter + "&nbsp;")),
                new Disguise("split by escaped line breaks", secret -> each(secret, letter -> (char) letter + "\\\\n")),
                new Disguise("decimal entities", secret -> each(secret, letter -> "&#" + letter + ";")),
                new Disguise("entities without an end", secret -> each(secret, letter -> "&#0" + letter)),
                new Disguise(
                        "hexadecimal entities",
                        secret -> each(secret, letter -> "&#x" + Integer.toHexString(letter) + ";")),
                new Disguise("entities in entities", secret -> each(secret, letter -> "&amp;amp;#" + letter + ";")),
                new Disguise(
                        "named entities", secret -> secret.replace("/", "&sol;").replace("+", "&plus;")),
                new Disguise("slashes escaped twice", secret -> secret.replace("/", "\\\\/")),
                new Disguise(
                        "escapes of letters, twice",
                        secret -> each(secret, letter -> String.format(Locale.ROOT, "\\\\u%04X", letter))),
                new Disguise("octal", secret -> each(secret, letter -> String.format(Locale.ROOT, "\\%03o", letter))),
                new Disguise(
                        "a combining mark inside", secret -> secret.substring(0, 5) + "\u0301" + secret.substring(5)),
                new Disguise(
                        "combining marks, composed",
                        secret -> secret.replace("a", "\u00e1").replace("R", "\u0154")),
                new Disguise(
                        "wide letters", secret -> each(secret, letter -> String.valueOf((char) (letter + 0xfee0)))),
                new Disguise(
                        "an invisible letter inside",
                        secret -> secret.substring(0, 5) + "\u200b\u00ad" + secret.substring(5)),
                new Disguise("percent-encoded three times", secret -> percent(percent(percent(secret)))),
                new Disguise(
                        "every letter percent-encoded",
                        secret -> each(secret, letter -> String.format(Locale.ROOT, "%%%02x", letter))),
                new Disguise(
                        "letter by letter in quotes", secret -> each(secret, letter -> "\"" + (char) letter + "\",")),
                new Disguise("Base64", secret -> base64(secret)),
                new Disguise("Base64 behind one byte", secret -> base64(":" + secret)),
                new Disguise("Base64 behind two bytes", secret -> base64("a:" + secret)),
                new Disguise(
                        "Base64 of addresses",
                        secret -> base64(secret).replace('+', '-').replace('/', '_')),
                new Disguise("Base64, percent-encoded", secret -> percent(base64(secret))),
                new Disguise(
                        "Base64, reversed",
                        secret -> new StringBuilder(base64(secret)).reverse().toString()),
                new Disguise(
                        "in lines",
                        secret -> secret.substring(0, 7) + "\r\n " + secret.substring(7, 14) + "\n"
                                + secret.substring(14)));
    }

    @ParameterizedTest
    @MethodSource("disguises")
    void aSecretInDisguiseIsMasked(Disguise disguise) {
        String hidden = disguise.of().apply(SECRET);

        for (String quoted : List.of(
                untrusted.quote("The secret (" + hidden + ") is bad."),
                untrusted.quoteBody("The secret (" + hidden + ") is bad."))) {
            assertTrue(quoted.matches("The secret \\(.{0,12}\\*{3}.{0,16}\\) is bad\\."), quoted);
            assertEquals(quoted, untrusted.quote(quoted));
        }
    }

    /** Answers of a service that contain no secret. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "A513734D-1F7B-5D33-9C5C-0C4E8F7A1B2D",
                "1620876959997924701",
                "2026-11-25T04:43:07Z",
                "EdgeRoutine.GeneralError",
                "A server error occurred: you got upper limit of code revisions",
                "The specified AccessKey Id is not found.",
                "https://error-center.aliyun.com/api/dcdn/2018-01-15?x=%2Fa&amp;b",
                "hello-js-3.oss-cn-hangzhou.aliyuncs.com",
                "{\"a\":[1,2,3],\"b\":\"C:\\temp\\new\"}",
                "100% of <b>all</b> & more; 路由不存在",
                "presetCanaryZhejiang",
                "abcdefghijklmnopqrstuvwxyz0123456789",
                "aGVsbG8gd29ybGQsIGhlbGxvIGFnYWlu",
                "4c:6f:72:65:6d:20:69:70:73:75:6d"
            })
    void otherTextStaysUnchanged(String text) {
        assertEquals(text, untrusted.quote(text));
    }

    @Test
    void aShortSecretIsMaskedOnlyAsAWhole() {
        UntrustedText shortOnes = new UntrustedText(List.of("s3cretpw", "p!", "ab"));

        assertEquals(
                "user ***, *** or ***, *** and ***",
                shortOnes
                        .quote("user s3cretpw, s3&#99;ret%70w or cHJl, p! and ab")
                        .replace("cHJl", "***"));
        assertEquals("s3cretp, about cab, help!!", shortOnes.quote("s3cretp, about cab, help!!"));
    }

    /** With this form, other people could upload code. */
    @Test
    void formFieldsOfAnyLengthAreMasked() {
        String policy = "{\"expiration\":\"2026-11-25T04:43:07Z\",\"conditions\":[[\"eq\",\"$key\",\"hello.1.js\"]]}";
        UntrustedText form =
                new UntrustedText(List.of()).hidingForm(List.of("KiTr", "+VaGBmeMjdKTD1E=", base64(policy), "x1"));

        assertEquals("*** *** ***", form.quote("KiTr &#43;VaGBmeMjdKTD1E&#61; VaGBmeMjdKTD1E"));
        assertEquals("<a>***</a> x12", form.quote("<a>x1</a> x12"));
        assertFalse(form.quote("policy: " + policy).contains("hello.1"));
        assertFalse(form.quote("policy: " + base64(policy).substring(0, 40)).contains("eyJ"));
    }

    @Test
    void anEmptyPartOfAKeyMasksNothing() {
        assertEquals("all is said", new UntrustedText(List.of("", " ")).quote("all is said"));
    }

    /** A body of 1 MiB is the longest that is read; on a fast line it takes a tenth of a second. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "%25",
                "&amp;",
                "&#0000",
                "\\",
                "\\\\u005c",
                "<",
                "<a",
                "<>",
                "signature=",
                "string to sig",
                "Zk39aQw7xR",
                "\u0154",
                "::",
                "#",
                "\"",
                " \n",
                "\ud835\udc00",
                "CAISrwJ1q6Ft5B2yfSjIr5",
                "%26%23%37%33",
                "x"
            })
    void noBodyTakesLongerToMaskThanToSend(String piece) {
        String body = piece.repeat(1024 * 1024 / piece.length());
        assertQuick(() -> untrusted.quoteBody(body));
        assertQuick(() -> untrusted.quote("{" + body));
    }

    /** The form for the store comes from the service too. */
    @Test
    void hidingALargeFormIsFast() {
        List<String> fields =
                Stream.generate(() -> "Zk39aQw7xR%25<").limit(80_000).toList();
        String long1 = "aB3+".repeat(250_000);

        assertQuick(() -> untrusted.hidingForm(fields).quote("x".repeat(5_000)));
        assertQuick(() -> untrusted.hidingForm(List.of(long1)).quote("x".repeat(5_000)));
    }

    /** The CPU time of this thread, because the machine may be busy. The first run also loads classes. */
    private static void assertQuick(Supplier<String> masking) {
        masking.get();
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();
        masking.get();
        long millis = (clock.getCurrentThreadCpuTime() - start) / 1_000_000;
        assertTrue(millis < 150, () -> millis + " ms");
    }

    private static String each(String secret, IntFunction<String> letter) {
        return secret.chars().mapToObj(letter).collect(joining());
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(UTF_8));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static String percent(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        // Bold letters are two characters each in Java, but a reader reads them as normal letters.
        "s3cretwordoftests, x 𝐬3cretwordoftest𝐬 y, x *** y",
        "s3cretwordoftests, 𝐬3cretwordoftests, ***",
        "abcd, x ab-cd y, x *** y",
        "p@ssw0rdlong, p%4 0ssw0rdlong, ***",
        "p@ssw0rdlong, p&#6 4;ssw0rdlong, ***",
        // The secret seven times inside itself, and then once more.
        "p@ssw0rdlong, p&amp;amp;amp;amp;amp;amp;amp;#64;ssw0rdlong, ***",
        // A shorter text is not searched for letter by letter, and a longer one not for shorter runs.
        "a+b/, xa+b/y, x***y",
        "abcdefghijkl, x ab-cdefghijkl y, x *** y",
        "a+b/, a+%00b/, ***",
        "abcdefgh, ab\\acdefgh, ***",
        "secretword, x ｓecret-word y, x *** y",
        // A character that is normalized to eighteen letters, in a short line and in a long one.
        "secretword, ﷺ secret-word, ﷺ ***",
        "secretword, ﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺ secret-word, ﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺﷺ ***",
        // Base64: complete, after hyphens, and followed by other bytes.
        "~~~>>>, fn5+Pj4+, ***",
        "secret, c2Vj-cmV0, ***",
        "secret1, c2VjcmV0MXh5eg==, ***Xh5eg==",
        "abcdefgh, hgfedcba, ***",
    })
    void lettersThatLookLikeTheSecretAreHidden(String secret, String line, String printed) {
        assertEquals(printed, new Mask(List.of(secret)).of(line));
    }

    /** The encoded form of a short secret is common in normal texts. */
    @ParameterizedTest
    @CsvSource({"p!, cCE= and cCE", "abcde, edcba", "secretword, half a letter at the end: \ud835"})
    void textWithoutASecretIsPrintedUnchanged(String secret, String line) {
        assertEquals(line, new Mask(List.of(secret)).of(line));
    }
}
