// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes text from the network safe to print: one line of limited length, without control characters, without secrets,
 * and without commands for a CI server. Safe text stays unchanged.
 */
public final class UntrustedText {

    private static final int LONGEST = 300;
    private static final int MOST_ROUNDS = 6;
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Z}]+");
    /** If the signature is wrong, the answer repeats everything that was signed, including the token. */
    private static final Pattern SIGNED = Pattern.compile("(?i)(server )?string ?to ?sign.*");

    private static final Pattern SIGNATURE = Pattern.compile("(?i)(signature\"?\\s*[=:]\\s*\"?)[^&\\s\"'<]+");
    /**
     * The beginning of ::error::, ##[error], ##vso[…] and ##teamcity[…]. Some CI servers search for it in the whole
     * line.
     */
    private static final Pattern COMMAND = Pattern.compile("([:#])(?=\\1)");

    private static final Pattern ESCAPE = Pattern.compile("(?s)\\\\(?:u(\\p{XDigit}{4})|(.))");

    /** The rest of a longer text is not used, because masking must not take longer than sending. */
    private static final int LONGEST_LOOK = 4096;
    /** The limit for texts that a service can make the plugin hide. */
    private static final int MOST_HIDDEN = 32_768;

    private final List<String> secrets;
    private final Mask mask;

    /** @param secrets never printed, in any form in which a service could send them back */
    public UntrustedText(List<String> secrets) {
        this.secrets = List.copyOf(secrets);
        this.mask = new Mask(this.secrets);
    }

    public UntrustedText hidingToo(Collection<String> more) {
        return new UntrustedText(Stream.concat(secrets.stream(), more.stream()).toList());
    }

    /** Hides the fields of a form that gives access to the object store, and JSON that is in them as Base64. */
    public UntrustedText hidingForm(Collection<String> fields) {
        List<String> more = new ArrayList<>();
        int room = MOST_HIDDEN;
        for (String field : fields) {
            String hidden = field.substring(0, Math.min(room, field.length()));
            room -= hidden.length();
            more.add(hidden);
            json(hidden).ifPresent(more::add);
        }
        return hidingToo(more);
    }

    private static Optional<String> json(String base64) {
        try {
            return Optional.of(new String(Base64.getMimeDecoder().decode(base64), UTF_8))
                    .filter(text -> text.startsWith("{"));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** For a body that could not be read as JSON but may contain JSON: its escapes are decoded. */
    public String quoteBody(String body) {
        return quote(ESCAPE.matcher(mask.of(oneLine(body)))
                .replaceAll(escape -> Matcher.quoteReplacement(unescaped(escape.group(1), escape.group(2)))));
    }

    private static String unescaped(String code, String letter) {
        if (code != null) {
            return Character.toString(Integer.parseInt(code, 16));
        }
        return "bfnrt".contains(letter) ? " " : letter;
    }

    public String quote(String raw) {
        String line = oneLine(raw);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            String quoted = quotedOnce(line);
            if (quoted.equals(line)) {
                return line;
            }
            line = quoted;
        }
        // Only a text that was made for this purpose still changes here.
        return Mask.MASK;
    }

    private String quotedOnce(String line) {
        String unsigned = SIGNATURE.matcher(SIGNED.matcher(line).replaceAll("")).replaceAll("$1" + Mask.MASK);
        return bounded(COMMAND.matcher(mask.of(unsigned)).replaceAll("$1 ").strip());
    }

    private static String oneLine(String raw) {
        return cut(
                INVISIBLE
                        .matcher(cut(raw.stripLeading(), LONGEST_LOOK * 16))
                        .replaceAll(" ")
                        .stripLeading(),
                LONGEST_LOOK);
    }

    private static String bounded(String line) {
        return line.length() <= LONGEST ? line : cut(line, LONGEST) + "…";
    }

    /** Never cuts a character in two. */
    private static String cut(String line, int length) {
        if (line.length() <= length) {
            return line;
        }
        return line.substring(0, Character.isHighSurrogate(line.charAt(length - 1)) ? length - 1 : length);
    }
}
