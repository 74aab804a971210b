// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes text from the network fit to print: one line, bounded, without control characters, without our secrets, and
 * without what a CI server takes for a command. What is fit stays as it is.
 */
final class ForeignText {

    private static final int LONGEST = 300;
    private static final String MASK = "***";
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Z}]+");
    /** A refused signature is answered with all that was signed, the token among it. */
    private static final Pattern SIGNED = Pattern.compile("(?i)(server )?string ?to ?sign.*");

    private static final Pattern SIGNATURE = Pattern.compile("(?i)(signature\"?\\s*[=:]\\s*\"?)[^&\\s\"'<]+");
    /** The beginning of ::error::, ##[error], ##vso[…] and ##teamcity[…]; some CI servers look for it anywhere in a line. */
    private static final Pattern COMMAND = Pattern.compile("([:#])(?=\\1)");

    private static final Pattern ESCAPE = Pattern.compile("(?s)\\\\(?:u(\\p{XDigit}{4})|(.))");

    private final List<String> secrets;
    private final List<String> spellings;

    /** @param secrets what must never be printed, in none of the forms in which a service could send it back */
    ForeignText(List<String> secrets) {
        this.secrets = List.copyOf(secrets);
        this.spellings = secrets.stream()
                .flatMap(ForeignText::spellings)
                .map(ForeignText::dense)
                .filter(secret -> !secret.isEmpty())
                .distinct()
                .toList();
    }

    /** Such as the form that lets one put code into the object store. Short words are no secrets. */
    ForeignText hidingToo(Collection<String> more) {
        return new ForeignText(Stream.concat(secrets.stream(), more.stream().filter(secret -> secret.length() >= 8))
                .toList());
    }

    /** For a body that was not read as JSON, yet may be it: an escape in the middle would hide a secret from the mask. */
    String quoteBody(String body) {
        return quote(ESCAPE.matcher(body)
                .replaceAll(escape -> Matcher.quoteReplacement(unescaped(escape.group(1), escape.group(2)))));
    }

    private static String unescaped(String code, String letter) {
        if (code != null) {
            return Character.toString(Integer.parseInt(code, 16));
        }
        return "bfnrt".contains(letter) ? " " : letter;
    }

    String quote(String raw) {
        String line = INVISIBLE.matcher(raw).replaceAll(" ");
        String unsigned = SIGNATURE.matcher(SIGNED.matcher(line).replaceAll("")).replaceAll("$1" + MASK);
        return bounded(COMMAND.matcher(masked(unsigned)).replaceAll("$1 ").strip());
    }

    /** Looks past the blanks, which may have been line breaks in the middle of a secret. */
    private String masked(String line) {
        int[] places = IntStream.range(0, line.length())
                .filter(at -> line.charAt(at) != ' ')
                .toArray();
        String dense = dense(line);
        BitSet hidden = new BitSet();
        for (String secret : spellings) {
            for (int at = dense.indexOf(secret); at >= 0; at = dense.indexOf(secret, at + 1)) {
                hidden.set(places[at], places[at + secret.length() - 1] + 1);
            }
        }
        StringBuilder masked = new StringBuilder();
        int end = 0;
        for (int start = hidden.nextSetBit(0); start >= 0; start = hidden.nextSetBit(end)) {
            masked.append(line, end, start).append(MASK);
            end = hidden.nextClearBit(start);
        }
        return masked.append(line, end, line.length()).toString();
    }

    private static String bounded(String line) {
        if (line.length() <= LONGEST) {
            return line;
        }
        boolean halvesPair = Character.isHighSurrogate(line.charAt(LONGEST - 1));
        return line.substring(0, halvesPair ? LONGEST - 1 : LONGEST) + "…";
    }

    /** Without blanks, and in one case: escapes are written in either. */
    private static String dense(String text) {
        return INVISIBLE
                .matcher(text)
                .replaceAll("")
                .chars()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Stream<String> spellings(String secret) {
        byte[] bytes = secret.getBytes(UTF_8);
        Stream<String> base64 = Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
                .flatMap(encoder -> Stream.of(encoder, encoder.withoutPadding()))
                .map(encoder -> encoder.encodeToString(bytes));
        return Stream.concat(Stream.of(secret), base64)
                .flatMap(text -> Stream.of(text, percentEncoded(text), percentEncoded(percentEncoded(text))));
    }

    private static String percentEncoded(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
