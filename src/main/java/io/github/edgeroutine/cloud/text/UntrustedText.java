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
 * Makes text from the network fit to print: one line, bounded, without control characters, without our secrets, and
 * without what a CI server takes for a command. What is fit stays as it is.
 */
public final class UntrustedText {

    private static final int LONGEST = 300;
    private static final int MOST_ROUNDS = 6;
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Z}]+");
    /** A refused signature is answered with all that was signed, the token among it. */
    private static final Pattern SIGNED = Pattern.compile("(?i)(server )?string ?to ?sign.*");

    private static final Pattern SIGNATURE = Pattern.compile("(?i)(signature\"?\\s*[=:]\\s*\"?)[^&\\s\"'<]+");
    /** The beginning of ::error::, ##[error], ##vso[…] and ##teamcity[…]; some CI servers look for it anywhere in a line. */
    private static final Pattern COMMAND = Pattern.compile("([:#])(?=\\1)");

    private static final Pattern ESCAPE = Pattern.compile("(?s)\\\\(?:u(\\p{XDigit}{4})|(.))");

    /** More of a text is not looked at: no answer may take longer to mask than to send. */
    private static final int LONGEST_LOOK = 4096;
    /** Of the texts that a service can have us hide. */
    private static final int MOST_HIDDEN = 32_768;

    private final List<String> secrets;
    private final Mask mask;

    /** @param secrets what must never be printed, in none of the forms in which a service could send it back */
    public UntrustedText(List<String> secrets) {
        this.secrets = List.copyOf(secrets);
        this.mask = new Mask(this.secrets);
    }

    public UntrustedText hidingToo(Collection<String> more) {
        return new UntrustedText(Stream.concat(secrets.stream(), more.stream()).toList());
    }

    /** Hides the fields of a form that lets one put code into the object store, and what stands in them as JSON in Base64. */
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

    /** For a body that was not read as JSON, yet may be it: it is quoted as a reader of JSON would read it. */
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
        // Only what was made to come out of its own remains ends here.
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

    /** Not in the middle of a character. */
    private static String cut(String line, int length) {
        if (line.length() <= length) {
            return line;
        }
        return line.substring(0, Character.isHighSurrogate(line.charAt(length - 1)) ? length - 1 : length);
    }
}
