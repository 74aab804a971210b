// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.site;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Most readers have learnt English as a foreign language, or read through a machine translator. */
class PlainWordsTest {

    /** Inverted, elliptic or playful, or a word that has a plainer one. */
    private static final List<Pattern> BANNED = Stream.of(
                    "but for",
                    "nor",
                    "of which",
                    "of whom",
                    "(?:is|are|was|were|be) none",
                    "what is no",
                    "whoever",
                    "whosoever",
                    "(?:come|comes|came) (?:about|through)",
                    "gave no",
                    "by chance",
                    "by itself",
                    "by themselves",
                    "of itself",
                    "all the same",
                    "shall",
                    "in vain",
                    "at whatever",
                    "whatever (?:it|they|he|she) (?:is|are)",
                    "that which",
                    "(?:is|are|was) up(?! to date)",
                    "fails yet",
                    "befalls?",
                    "mends?",
                    "wished",
                    "lest",
                    "thereby",
                    "therein",
                    "thereof",
                    "hence",
                    "unasked",
                    "as opposed to",
                    "as it says",
                    "does so",
                    "do so",
                    "so is",
                    "so does",
                    "so are",
                    "neither does",
                    "not so",
                    "is so",
                    "was so",
                    "without a word",
                    "beside",
                    "spares?",
                    "spared",
                    "a slip",
                    "in passing",
                    "dare",
                    "perhaps",
                    "mostly",
                    "an? \\w+ of (?:its|their|our|your) own",
                    "of ours",
                    "of yours",
                    "ours to",
                    "yours to",
                    "no (?:\\w+ )?but",
                    "nothing but",
                    "none but",
                    "anything but",
                    "other ones",
                    "(?:is|are) told",
                    "tells? of",
                    "rather than")
            .map(phrase -> Pattern.compile("(?i)\\b(?:" + phrase + ")\\b"))
            .toList();

    /** Pages that are still to be rewritten. */
    private static final Set<String> LATER = Set.of("changes.md", "check.md", "simulator.md");

    private static final int LONG = 30;

    /** It may only fall. */
    private static final int MOST_LONG_SENTENCES = 0;

    private record Sentence(String place, String text) {

        @Override
        public String toString() {
            return place + ": " + text;
        }
    }

    @Test
    void noSentenceHasABannedPhrase() {
        assertEquals(
                "",
                BANNED.stream()
                        .flatMap(phrase -> sentences()
                                .filter(sentence ->
                                        phrase.matcher(sentence.text()).find())
                                .map(sentence -> "\"" + phrase + "\" in " + sentence))
                        .collect(joining("\n")));
    }

    @Test
    void fewSentencesAreLong() {
        List<String> longOnes = sentences()
                .filter(sentence -> Prose.words(sentence.text()) > LONG)
                .map(Sentence::toString)
                .toList();
        assertTrue(
                longOnes.size() <= MOST_LONG_SENTENCES,
                () -> longOnes.size() + " sentences of more than " + LONG + " words, but at most " + MOST_LONG_SENTENCES
                        + " are allowed:\n" + String.join("\n", longOnes));
    }

    /** All that the rule holds for: pages today, messages, comments and names of tests when they are rewritten. */
    private static Stream<Sentence> sentences() {
        return Page.all().stream().filter(page -> !LATER.contains(page.name())).flatMap(PlainWordsTest::of);
    }

    private static Stream<Sentence> of(Page page) {
        return Prose.sentences(page.text()).stream().map(sentence -> new Sentence(page.toString(), sentence));
    }
}
