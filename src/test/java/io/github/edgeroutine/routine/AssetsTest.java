// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.edgeroutine.routine.Assets.NotFound;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AssetsTest {

    private static final Assets SITE = assets(Map.of("index.html", "hello", "a/b.css", "p {}"), "code", null);

    /** What an earlier version of the plugin has sent must be found again. */
    @Test
    void theHashOfAContentNeverChanges() {
        assertEquals("sha256:0c105e2b384813c73921556da4ae7a48130b10b048dcca9c6f3ba24b455b117b", SITE.hash());
        assertEquals(
                SITE.hash(),
                assets(Map.of("a/b.css", "p {}", "index.html", "hello"), "code", null)
                        .hash());
    }

    @ParameterizedTest
    @MethodSource
    void anotherContentHasAnotherHash(Assets other) {
        assertNotEquals(SITE.hash(), other.hash());
    }

    private static Stream<Assets> anotherContentHasAnotherHash() {
        return Stream.of(
                assets(Map.of("index.html", "hello", "a/b.css", "p { }"), "code", null),
                assets(Map.of("index.html", "hello", "a/c.css", "p {}"), "code", null),
                assets(Map.of("index.html", "hello"), "code", null),
                assets(Map.of("index.html", "hello", "a/b.cssp", " {}"), "code", null),
                assets(Map.of("index.html", "hello", "a/b.css", "p {}", "routine/index.js", "code"), null, null),
                assets(Map.of("index.html", "hello", "a/b.css", "p {}"), null, null),
                assets(Map.of("index.html", "hello", "a/b.css", "p {}"), "code", NotFound.SINGLE_PAGE_APPLICATION),
                assets(Map.of("index.html", "hello", "a/b.css", "p {}"), "code", NotFound.PAGE_404));
    }

    @Test
    void theSizeIsThatOfTheFilesAndTheCode() {
        assertEquals(5 + 4 + 4, SITE.size());
    }

    @ParameterizedTest
    @CsvSource({"singlePageApplication, index.html", "SINGLEPAGEAPPLICATION, index.html", "404Page, 404.html"})
    void aWordSelectsTheAnswerForAMissingFile(String word, String file) {
        assertEquals(file, NotFound.parse(word).file());
    }

    @Test
    void anotherWordIsRefusedWithThoseThereAre() {
        assertEquals(
                "is 'spa', but must be singlePageApplication or 404Page",
                assertThrows(IllegalArgumentException.class, () -> NotFound.parse("spa"))
                        .getMessage());
    }

    private static Assets assets(Map<String, String> files, String code, NotFound notFound) {
        TreeMap<String, byte[]> contents = new TreeMap<>();
        files.forEach((path, text) -> contents.put(path, text.getBytes(UTF_8)));
        return new Assets(
                contents, Optional.ofNullable(code).map(text -> text.getBytes(UTF_8)), Optional.ofNullable(notFound));
    }
}
