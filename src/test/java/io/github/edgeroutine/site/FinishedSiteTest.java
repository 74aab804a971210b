// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinishedSiteTest {

    private static final String LINK = "<link rel=\"alternate\" hreflang=\"%s\" href=\"%s\" />";

    @TempDir
    private Path scratch;

    private FinishedSite site;

    @BeforeEach
    void startWithTheFirstPages() throws IOException {
        site = FinishedSite.in(scratch).with("index.html", "Start").with("zh_CN/index.html", "开始");
    }

    @Test
    void eachPageLeadsToTheSamePageInTheOtherLanguage() throws Exception {
        site.with("usage.html", "Usage").with("zh_CN/usage.html", "使用方法").finish();

        String english = site.page("usage.html");
        assertTrue(english.contains("<a id=\"language\" href=\"zh_CN/usage.html\" hreflang=\"zh-CN\""), english);
        assertTrue(english.contains(LINK.formatted("en", "usage.html")), english);
        assertTrue(english.contains(LINK.formatted("zh-CN", "zh_CN/usage.html")), english);
        String chinese = site.page("zh_CN/usage.html");
        assertTrue(chinese.contains("<a id=\"language\" href=\"../usage.html\" hreflang=\"en\""), chinese);
        assertTrue(chinese.contains(LINK.formatted("en", "../usage.html")), chinese);
        assertTrue(chinese.contains("src=\"../js/site.js\""), chinese);
    }

    @Test
    void aPageInEnglishOnlyIsLinkedFromChinesePages() throws Exception {
        site.with("esa.html", "ESA")
                .with("zh_CN/ci.html", "CI", "<a href=\"esa.html#ESA\">ESA</a>")
                .with("ci.html", "CI")
                .finish();

        assertTrue(site.page("zh_CN/ci.html").contains("<a href=\"../esa.html#ESA\">"));
        assertTrue(site.page("esa.html").contains("<a id=\"language\" href=\"zh_CN/index.html\""));
        assertFalse(site.page("esa.html").contains(LINK.formatted("zh-CN", "zh_CN/esa.html")));
    }

    @Test
    void aReportOfMavenIsMarkedAsEnglish() throws Exception {
        site.with("run-mojo.html", "run").with("zh_CN/run-mojo.html", "run").finish();

        assertTrue(site.page("zh_CN/run-mojo.html").contains("<main id=\"bodyColumn\" lang=\"en\""));
        assertFalse(site.page("run-mojo.html").contains("lang=\"en\" class"));
    }

    @Test
    void aLongPageHasATableOfContents() throws Exception {
        String own = "<section>\n<h2><a id=\"own\"></a>The author's &lt;anchor&gt;</h2></section>";
        String generated = "<section><a id=\"By_Doxia\"></a>\n<h2>By Doxia</h2></section>";
        String first = "<section><a id=\"A\"></a>\n<h2>A</h2></section>";
        String second = "<section><a id=\"B\"></a>\n<h2>B</h2></section>";
        site.with("usage.html", "Usage", first, second, own, generated)
                .with("esa.html", "ESA", first, second, own)
                .finish();

        assertTrue(site.page("usage.html").contains("""
                <li><a href="#own">The author's &lt;anchor></a></li>
                <li><a href="#By_Doxia">By Doxia</a></li>
                """));
        assertFalse(site.page("esa.html").contains("<details"));
    }

    @Test
    void theFirstSentencesDescribeThePage() throws Exception {
        String label = "<p><strong>Full name</strong>:</p>";
        String text = "<p>One <code>&lt;a&gt;</code> \"thing\". " + "Many words that do not fit. ".repeat(6) + "</p>";
        site.with("usage.html", "Usage", label, text).finish();

        String description =
                "One <a> \"thing\". " + "Many words that do not fit. ".repeat(5).strip();
        assertTrue(
                site.page("usage.html")
                        .contains("<meta name=\"description\" content=\"%s\" />"
                                .formatted(description.replace("<", "&lt;").replace("\"", "&quot;"))),
                site.page("usage.html"));
        assertTrue(site.page("llms.txt").contains("- [Usage](usage.md): " + description), site.page("llms.txt"));
    }

    @Test
    void eachPageIsThereAsMarkdown() throws Exception {
        site.with("usage.html", "Usage").with("run-mojo.html", "run").finish();

        assertEquals(Files.readString(Path.of("src/site/markdown/usage.md")), site.page("usage.md"));
        assertTrue(site.page("usage.html").contains("type=\"text/markdown\" href=\"usage.md\""));
        assertFalse(site.page("run-mojo.html").contains("text/markdown"));
    }

    @Test
    void showsTheFilesOfAnExample() throws Exception {
        site.with("examples.html", "Examples", "<td><code>service/uploads-then-publishes</code></td>")
                .finish();

        String page = site.page("examples.html");
        assertTrue(page.contains(
                "<td><a href=\"#uploads-then-publishes\"><code>service/uploads-then-publishes</code></a>"));
        assertTrue(page.contains("&lt;artifactId>edge-routine-maven-plugin&lt;/artifactId>"), page);
        assertTrue(page.contains("<code>src/main/edge-routine/index.js</code></p>"), page);
        assertFalse(page.contains("groovy"), page);
    }

    @Test
    void failsAtDeadLinksAndAtOtherServers() throws Exception {
        site.with(
                "usage.html",
                "Usage",
                "<a href=\"gone.html\">",
                "<a href=\"index.html#gone\">",
                "<a href=\"#gone\">",
                "<img src=\"https://example.com/a.png\">",
                "<a href=\"https://example.com/\">",
                "<a href=\"index.html#Start\">");

        String message =
                assertThrows(IllegalStateException.class, () -> site.finish()).getMessage();
        assertEquals(5, message.lines().count(), message);
        assertFalse(message.contains("<a href=\"https:") || message.contains("#Start"), message);
    }
}
