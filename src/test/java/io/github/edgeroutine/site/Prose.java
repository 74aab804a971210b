// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.site;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Text in Markdown without its code: each fragment is left out, each span of code counts as one word. */
final class Prose {

    private static final Pattern SPAN = Pattern.compile("`[^`]+`");
    private static final Pattern LINK = Pattern.compile("\\[([^]]*)]\\([^)]*\\)");
    private static final Pattern ANCHOR = Pattern.compile("<a id=[^>]*></a>");

    /** A blank line, a heading, an item of a list, a cell of a table. */
    private static final Pattern BLOCK = Pattern.compile("\\n\\s*\\n|\\n(?= *(?:[-*|#]|\\d+\\.) ?)|\\|");

    private static final Pattern END = Pattern.compile("(?<=[.!?][\")]?)\\s+");

    private Prose() {}

    static List<String> sentences(String markdown) {
        String spans =
                SPAN.matcher(Page.FENCED.matcher(markdown).replaceAll("")).replaceAll("CODE");
        String words = LINK.matcher(ANCHOR.matcher(spans).replaceAll("")).replaceAll("$1");
        return BLOCK.splitAsStream(words)
                .map(block -> block.replaceAll("\\s+", " ").replaceFirst("^ ?(?:[-*#]+|\\d+\\.) ", ""))
                .flatMap(END::splitAsStream)
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    static long words(String sentence) {
        return Stream.of(sentence.split(" "))
                .filter(word -> word.matches(".*[\\p{L}\\d].*"))
                .count();
    }
}
