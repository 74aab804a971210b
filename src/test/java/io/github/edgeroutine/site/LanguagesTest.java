// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.site;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Half of the readers are Chinese: a page for users is there in both languages, with the same content. */
class LanguagesTest {

    /** Pages for developers of the plugin, who read its code and its comments in English. */
    private static final Set<String> ENGLISH_ONLY =
            Set.of("architecture.md", "contributing.md", "decisions.md", "releasing.md");

    private record Pair(Page english, Page chinese) {

        void agreeIn(Function<Page, ?> part) {
            assertEquals(part.apply(english), part.apply(chinese), chinese.toString());
        }

        @Override
        public String toString() {
            return english.name();
        }
    }

    @Test
    void everyPageForUsersIsInChinese() {
        Set<String> forUsers = names(Page.site());
        forUsers.removeAll(ENGLISH_ONLY);
        assertEquals(forUsers, names(Page.chineseSite()));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void headingsHaveTheSameLevelsAndAnchors(Pair pair) {
        pair.agreeIn(Page::outline);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void fragmentsAreTheSame(Pair pair) {
        pair.agreeIn(Page::fragments);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void linksHaveTheSameTargets(Pair pair) {
        pair.agreeIn(page ->
                page.links().stream().map(LanguagesTest::target).sorted().toList());
    }

    /** The rows of parameters and of messages. */
    @ParameterizedTest
    @MethodSource("pairs")
    void tablesHaveTheSameFirstColumns(Pair pair) {
        pair.agreeIn(Page::firstColumns);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void namesAndMessagesAreTheSame(Pair pair) {
        pair.agreeIn(page -> page.codeSpans().stream()
                .map(span -> span.replaceAll("\\s+", " "))
                .collect(toCollection(TreeSet::new)));
    }

    /** A browser shows it as a blank. */
    @ParameterizedTest
    @MethodSource("pairs")
    void noLineBreakIsBetweenTwoChineseCharacters(Pair pair) {
        assertEquals(List.of(), pair.chinese().breaksBetween("[\\p{IsHan}，。：；、（）]"));
    }

    static Stream<Pair> pairs() {
        return Stream.concat(
                Stream.of(new Pair(Page.readme(), Page.chineseReadme())),
                Page.chineseSite().stream().map(page -> new Pair(Page.of(page.name()), page)));
    }

    private static Set<String> names(List<Page> pages) {
        return pages.stream().map(Page::name).collect(toCollection(TreeSet::new));
    }

    /** As if both pages were in the same directory. */
    private static String target(String link) {
        return link.replaceFirst("^(\\.\\./|src/)", "").replace("zh_CN/", "").replace("README.zh-CN", "README");
    }
}
