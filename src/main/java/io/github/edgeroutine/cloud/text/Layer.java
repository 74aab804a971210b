// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text after some decoding, with the position of each character in the printed text.
 *
 * @param starts for each character, where its source begins
 * @param ends for each character, where its source ends
 */
public record Layer(String text, int[] starts, int[] ends) {

    /** Escapes of percent-encoding, XML, HTML, JSON and programming languages. */
    private static final Pattern ESCAPE = Pattern.compile(
            "(?s)%(?<percent>\\p{XDigit}{2})"
                    + "|&#0*+(?<decimal>\\d{1,7});?|&#[xX]0*+(?<entity>\\p{XDigit}{1,6});?|&(?<name>[A-Za-z]{2,8});"
                    + "|\\\\(?:u+(?<unicode>\\p{XDigit}{4})|[ux]\\{(?<braced>\\p{XDigit}{1,6})}|x(?<hex>\\p{XDigit}{2})|(?<octal>[0-3][0-7]{2})|(?<letter>.))");

    private static final Map<String, Character> NAMES = Map.of(
            "amp", '&', "lt", '<', "gt", '>', "quot", '"', "apos", '\'', "plus", '+', "equals", '=', "sol", '/',
            "percnt", '%');

    private static final Pattern TAG = Pattern.compile("<!\\[CDATA\\[|]]>|<[^<>]{1,60}>");

    static Layer of(String text) {
        int[] starts = new int[text.length()];
        int[] ends = new int[text.length()];
        for (int at = 0; at < text.length(); at++) {
            starts[at] = at;
            ends[at] = at + 1;
        }
        return new Layer(text, starts, ends);
    }

    /** The text with one level of escapes decoded; empty if it has no escape. */
    Optional<Layer> decoded() {
        return replaced(ESCAPE, Layer::decoded);
    }

    /** The text without tags; empty if it has no tag. */
    Optional<Layer> untagged() {
        return replaced(TAG, tag -> 0);
    }

    /** Without blanks. A blank may be a former line break inside a secret. */
    Layer dense() {
        return filtered(letter -> letter != ' ', false);
    }

    /** Only letters and digits, in lower case, without accents. */
    Layer letters() {
        return filtered(Character::isLetterOrDigit, true);
    }

    Layer lowerCase() {
        return filtered(letter -> true, false);
    }

    static String letters(String text) {
        return of(text).letters().text();
    }

    private interface Replacement {
        /** @return a character, or zero to remove it: no printed text contains this character */
        int of(MatchResult match);
    }

    private Optional<Layer> replaced(Pattern pattern, Replacement replacement) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        LayerBuilder built = new LayerBuilder(text.length());
        int end = 0;
        do {
            for (int at = end; at < matcher.start(); at++) {
                built.add(text.charAt(at), starts[at], ends[at]);
            }
            end = matcher.end();
            int letter = replacement.of(matcher);
            if (letter > 0) {
                built.add((char) letter, starts[matcher.start()], ends[end - 1]);
            }
        } while (matcher.find());
        for (int at = end; at < text.length(); at++) {
            built.add(text.charAt(at), starts[at], ends[at]);
        }
        return Optional.of(built.layer());
    }

    private static int decoded(MatchResult escape) {
        Matcher match = (Matcher) escape;
        for (String hex : new String[] {"percent", "entity", "unicode", "braced", "hex"}) {
            if (match.group(hex) != null) {
                return Integer.parseInt(match.group(hex), 16) & 0xffff;
            }
        }
        if (match.group("decimal") != null) {
            return Integer.parseInt(match.group("decimal")) & 0xffff;
        }
        if (match.group("octal") != null) {
            return Integer.parseInt(match.group("octal"), 8);
        }
        if (match.group("name") != null) {
            return NAMES.getOrDefault(match.group("name").toLowerCase(Locale.ROOT), ' ');
        }
        char letter = match.group("letter").charAt(0);
        return "abefnrtv0".indexOf(letter) >= 0 ? ' ' : letter;
    }

    private Layer filtered(IntPredicate kept, boolean normalized) {
        LayerBuilder built = new LayerBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter < 128) {
                if (kept.test(letter)) {
                    built.add(Character.toLowerCase(letter), starts[at], ends[at]);
                }
                continue;
            }
            boolean pair = Character.isHighSurrogate(letter)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1));
            String whole = text.substring(at, pair ? at + 2 : at + 1);
            String plain = normalized ? Normalizer.normalize(whole, Normalizer.Form.NFKD) : whole;
            for (char each : plain.toLowerCase(Locale.ROOT).toCharArray()) {
                if (kept.test(each)) {
                    built.add(each, starts[at], ends[pair ? at + 1 : at]);
                }
            }
            at += pair ? 1 : 0;
        }
        return built.layer();
    }
}
