// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The forms in which a service can send a secret back. Escapes are not included: a {@link Layer} decodes them. */
public record Disguises(String secret) {

    /** A shorter encoded form could occur by accident in a text without a secret. */
    private static final int LEAST_ENCODED = 8;

    /** Forms that are searched character by character. */
    List<String> exact() {
        Stream<String> base64 = Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
                .flatMap(encoder -> Stream.of(encoder, encoder.withoutPadding()))
                .map(encoder -> encoder.encodeToString(bytes()))
                .filter(form -> form.length() >= LEAST_ENCODED);
        // A decoded layer may join the text before the secret with the first letters of the encoded form.
        return Stream.concat(Stream.of(secret), base64)
                .flatMap(form -> Stream.of(form, percentEncoded(form), percentEncoded(percentEncoded(form))))
                .distinct()
                .toList();
    }

    private static String percentEncoded(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** Forms that are searched by their letters and digits only, as a whole or in part. */
    List<String> letters() {
        String plain = Layer.letters(secret);
        List<String> encoded = Stream.of(
                        IntStream.range(0, 3).mapToObj(this::base64),
                        Stream.of(
                                        HexFormat.of(),
                                        HexFormat.of().withPrefix("0x"),
                                        HexFormat.of().withPrefix("u00"))
                                .map(format -> format.formatHex(bytes())),
                        // A percent escape is one byte. A layer decodes it to one character.
                        Stream.of(new String(bytes(), ISO_8859_1)))
                .flatMap(forms -> forms)
                .map(Layer::letters)
                .toList();
        return Stream.concat(
                        Stream.of(plain),
                        Stream.concat(
                                        Stream.of(reversed(plain)),
                                        encoded.stream().flatMap(form -> Stream.of(form, reversed(form))))
                                .filter(form -> form.length() >= LEAST_ENCODED))
                .distinct()
                .toList();
    }

    /**
     * The Base64 of the same bytes differs after one or two other bytes. The characters that depend on the neighbours
     * are removed.
     */
    private String base64(int bytesBefore) {
        byte[] before = new byte[bytesBefore + bytes().length];
        System.arraycopy(bytes(), 0, before, bytesBefore, bytes().length);
        String text = Base64.getEncoder().withoutPadding().encodeToString(before);
        int start = List.of(0, 2, 3).get(bytesBefore);
        int end = text.length() - (before.length % 3 == 0 ? 0 : 1);
        return text.substring(Math.min(start, end), end);
    }

    private byte[] bytes() {
        return secret.getBytes(UTF_8);
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }
}
