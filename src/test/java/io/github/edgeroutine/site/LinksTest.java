// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.site;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every link has a target. */
class LinksTest {

    private final Descriptor descriptor = Descriptor.read();

    @Test
    void everyLinkLeadsSomewhere() {
        List<String> dead = Page.all().stream()
                .flatMap(page ->
                        page.links().stream().filter(link -> !leads(page, link)).map(link -> page + " -> " + link))
                .toList();
        assertEquals(List.of(), dead);
    }

    @Test
    void thereAreLinksToCheck() {
        assertFalse(Page.of("index.md").links().isEmpty());
    }

    @Test
    void theMenuHasEveryPageAndNothingElse() throws IOException {
        Set<String> menu = Pattern.compile("<item [^>]*href=\"([^\"]+)\"")
                .matcher(Files.readString(Path.of("src/site/site.xml")))
                .results()
                .map(item -> item.group(1))
                .collect(toCollection(TreeSet::new));
        Set<String> pages = Stream.concat(
                        Stream.of("plugin-info.html"),
                        Page.site().stream().map(page -> page.name().replace(".md", ".html")))
                .collect(toCollection(TreeSet::new));
        assertEquals(pages, menu);
    }

    @Test
    void everyGoalIsInTheTablesOfTheFirstPages() {
        for (Page page : List.of(Page.readme(), Page.chineseReadme())) {
            assertEquals(
                    List.of(),
                    descriptor.callingGoals().stream()
                            .filter(goal -> !page.text().contains("\n| `" + goal + "` |"))
                            .toList(),
                    page.toString());
        }
    }

    private boolean leads(Page page, String link) {
        if (link.matches("https://[a-z0-9.-]+(/\\S*)?")) {
            return true;
        }
        String file = link.replaceFirst("#.*", "");
        Optional<String> anchor = link.contains("#") ? Optional.of(link.replaceFirst(".*#", "")) : Optional.empty();
        Path target = file.isEmpty() ? page.file() : page.file().resolveSibling(file);
        boolean there =
                Files.isRegularFile(target) || page.isOnTheSite() && (isGenerated(file) || isResource(page, file));
        return there
                && (anchor.isEmpty()
                        || Page.all().stream()
                                .filter(each -> each.file().normalize().equals(target.normalize()))
                                .anyMatch(each -> each.hasAnchor(anchor.get())));
    }

    private boolean isGenerated(String file) {
        return file.equals("plugin-info.html")
                || descriptor.goals().stream().anyMatch(goal -> file.equals(goal + "-mojo.html"));
    }

    /** The Chinese pages are one directory below the resources. */
    private static boolean isResource(Page page, String file) {
        Path published = Path.of(page.isChinese() ? "zh_CN" : "").resolve(file).normalize();
        return Files.isRegularFile(Path.of("src/site/resources").resolve(published));
    }
}
