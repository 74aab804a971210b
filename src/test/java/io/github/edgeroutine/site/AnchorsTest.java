// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A link can point to each message. Its words may change, its anchor stays. */
class AnchorsTest {

    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]*)\"></a>");
    private static final Pattern ROW_WITH_ANCHOR = Pattern.compile("\\| <a id=\"[a-z0-9]+(?:-[a-z0-9]+)*\"></a>`.*");
    private static final Pattern FIRST_ROW = Pattern.compile("\\| the (?:log|message) says \\|.*");

    private final Page page = Page.of("troubleshooting.md");

    @Test
    void everyMessageHasAnAnchor() {
        List<String> rows = page.text()
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| ---"))
                .filter(line -> !FIRST_ROW.matcher(line).matches())
                .toList();
        assertTrue(rows.size() > 300, () -> "only " + rows.size() + " rows");
        assertEquals(
                List.of(),
                rows.stream()
                        .filter(row -> !ROW_WITH_ANCHOR.matcher(row).matches())
                        .toList());
    }

    @Test
    void everyAnchorOfAPageIsUnique() {
        for (Page each : Page.site()) {
            Set<String> known = new HashSet<>();
            assertEquals(
                    List.of(),
                    anchors(each).stream().filter(anchor -> !known.add(anchor)).toList(),
                    each.toString());
        }
    }

    @Test
    void bothLanguagesHaveTheSameAnchors() {
        for (Page chinese : Page.chineseSite()) {
            assertEquals(anchors(Page.of(chinese.name())), anchors(chinese), chinese.toString());
        }
    }

    private static List<String> anchors(Page page) {
        return ANCHOR.matcher(page.text())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
