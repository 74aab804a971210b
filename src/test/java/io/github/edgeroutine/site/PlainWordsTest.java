// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.site;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Most readers have learnt English as a foreign language, or use a machine translator. */
class PlainWordsTest {

    /** Inverted or elliptic sentences, and words that have a plainer one. Each line is one kind. */
    private static final Pattern BANNED = Pattern.compile("(?i)\\b(?:"
            + String.join(
                    "|",
                    "but for|nor|of which|of whom|no (?:\\w+ )?but|nothing but|none but|anything but|rather than",
                    "(?:is|are|was|were|be) none|(?<!there )(?:is|was) no(?! longer)|what is no|gave no",
                    "neither does|so (?:is|are|does|did)|(?:do|does) so|not so|(?:is|was) so|as it says",
                    "whoever|whosoever|whatever (?:it|they) (?:is|are)|at whatever|that which|lest",
                    "thereby|therein|thereof|hence|shall|all the same|as opposed to|other ones",
                    "(?:come|comes|came) (?:about|through)|(?:is|are|was) up(?! to date)|fails yet",
                    "by chance|by itself|by themselves|of itself|in vain|unasked|without a word|in passing",
                    "befalls?|mends?|wished|spares?|spared|a slip|dare|perhaps|mostly|beside",
                    "an? \\w+ of (?:its|their|our|your) own|of ours|of yours|ours to|yours to",
                    "(?:is|are) told|tells? of")
            + ")\\b");

    private static final int MOST_WORDS = 30;

    /** The first screen of a repository: a user copies what works, and goes on to the pages. */
    private static final int MOST_LINES_OF_README = 150;

    private record Sentence(String place, String text) {

        @Override
        public String toString() {
            return place + ": " + text;
        }
    }

    @Test
    void noSentenceHasABannedPhrase() {
        assertNone(sentence -> BANNED.matcher(sentence.text()).find());
    }

    @Test
    void noSentenceIsLong() {
        assertNone(sentence -> Prose.words(sentence.text()) > MOST_WORDS);
    }

    @Test
    void theReadmeIsShort() {
        long lines = Page.all().get(0).text().lines().count();
        assertTrue(lines <= MOST_LINES_OF_README, () -> "README.md has " + lines + " lines");
    }

    private static void assertNone(Predicate<Sentence> fault) {
        assertEquals("", sentences().filter(fault).map(Sentence::toString).collect(joining("\n")));
    }

    /** All that the rule holds for: pages now, messages, comments and names of tests when they are rewritten. */
    private static Stream<Sentence> sentences() {
        return Page.english().stream().flatMap(PlainWordsTest::of);
    }

    private static Stream<Sentence> of(Page page) {
        return Prose.sentences(page.text()).stream().map(sentence -> new Sentence(page.toString(), sentence));
    }
}
