// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.site;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
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
                    "(?:is|are) told|tells? of|names what|what (?:\\w+ ){1,3}comes? to|cannot be meant|stays? what",
                    "put again|(?:is|are) put to|all but the|for want of|for good|the like|(?:be|were|had) it",
                    "(?:knows?|says?) no(?! more)|nowhere|is ours|are ours|not today|not even")
            + ")\\b");

    private static final int MOST_WORDS = 30;

    @Test
    void noSentenceHasABannedPhrase() throws IOException {
        assertNone(sentence -> BANNED.matcher(sentence.text()).find());
    }

    @Test
    void noSentenceIsLong() throws IOException {
        assertNone(sentence -> Prose.words(sentence.text()) > MOST_WORDS);
    }

    private static void assertNone(Predicate<Sentence> fault) throws IOException {
        assertEquals("", sentences().filter(fault).map(Sentence::toString).collect(joining("\n")));
    }

    /** Everything that the rule holds for. */
    private static Stream<Sentence> sentences() throws IOException {
        return Stream.of(
                        Page.english().stream().flatMap(PlainWordsTest::of),
                        CodeWords.in(Path.of("src/main/java")),
                        CodeWords.in(Path.of("src/test/java")),
                        CodeWords.in(Path.of("src/bench")),
                        FolderWords.in(Path.of("pom.xml")),
                        FolderWords.in(Path.of("src/it")),
                        FolderWords.in(Path.of("src/quickstart")),
                        FolderWords.in(Path.of("src/bench")),
                        FolderWords.in(Path.of("src/mutation")))
                .flatMap(all -> all);
    }

    private static Stream<Sentence> of(Page page) {
        return Prose.sentences(page.text()).stream().map(sentence -> new Sentence(page.toString(), sentence));
    }
}
