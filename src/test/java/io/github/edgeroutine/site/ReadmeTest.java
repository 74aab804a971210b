// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.site;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    /** The first screen of a repository: a user copies what works, and goes on to the pages. */
    private static final int MOST_LINES = 150;

    private static final Path BADGES = Path.of("src/site/resources/images");

    @Test
    void theReadmeIsShort() {
        long lines = Page.readme().text().lines().count();
        assertTrue(lines <= MOST_LINES, () -> "README.md has " + lines + " lines");
    }

    @Test
    void bothCommandsForAFreshMachineCanBeCopiedAsAWholeLine() {
        for (Page page : List.of(Page.readme(), Page.chineseReadme())) {
            List<String> lines = page.text().lines().toList();
            assertTrue(lines.containsAll(List.of("mvn -q install -Pquickstart", "mvn verify")), page.toString());
        }
    }

    @Test
    void eachBadgeSaysWhatThePomSays() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        assertEquals(
                new TreeSet<>(List.of(
                        "Java " + element(pom, "maven.compiler.release") + " or newer",
                        "Maven " + element(pom, "oldestMaven") + " or newer",
                        "license " + element(pom.substring(pom.indexOf("<licenses>")), "name"))),
                Pattern.compile("!\\[([^]]+)]\\(" + BADGES + "/([a-z]+\\.svg)\\)")
                        .matcher(Page.readme().text())
                        .results()
                        .peek(image -> assertEquals(image.group(1), label(BADGES.resolve(image.group(2)))))
                        .map(image -> image.group(1))
                        .collect(toCollection(TreeSet::new)));
    }

    private static String label(Path badge) {
        return first("aria-label=\"([^\"]+)\"", Page.read(badge).text()).replace(":", "");
    }

    private static String element(String xml, String name) {
        return first("<" + Pattern.quote(name) + ">([^<]+)<", xml);
    }

    private static String first(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }
}
