// SPDX-License-Identifier: Apache-2.0
import static java.util.stream.Collectors.joining;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A switch of language, a menu for phones, the field of the search, a table of contents, metadata, links between the languages. */
record Additions(Path site) {

    private static final Pattern LINK = Pattern.compile("href=\"([\\w-]+\\.html)(?=[\"#])");
    private static final int HEADINGS_OF_A_LONG_PAGE = 4;

    String addedTo(RenderedPage page) {
        String html = page.html()
                .replace("</head>", head(page) + "</head>")
                .replace("<body>", "<body>" + toolbar(page))
                .replace("</main>", markdown(page) + "</main>");
        int afterTitle = html.indexOf("</h1>", html.indexOf("<main ")) + "</h1>".length();
        return inItsDirectory(page, html.substring(0, afterTitle) + contents(page) + html.substring(afterTitle));
    }

    /** What the Chinese pages share with the English ones, and what is in English only, is one directory above them. */
    private String inItsDirectory(RenderedPage page, String html) {
        if (page.language().isDefault()) {
            return html;
        }
        String shared = html.replaceAll("\"\\./(?=(?:css|js|images)/)", "\"../")
                .replace(
                        "<main id=\"bodyColumn\"", "<main id=\"bodyColumn\"" + (page.isReport() ? " lang=\"en\"" : ""));
        return LINK.matcher(shared)
                .replaceAll(link -> "href=\"" + (has(page.language(), link.group(1)) ? "" : "../") + link.group(1));
    }

    private boolean has(Language language, String file) {
        return Files.exists(site.resolve(language.directory() + file));
    }

    private String head(RenderedPage page) {
        String description =
                "  <meta name=\"description\" content=\"%s\" />\n".formatted(Html.escaped(page.description()));
        String languages = Language.ALL.stream()
                .filter(language -> has(language, page.file()))
                .map(language -> "    <link rel=\"alternate\" hreflang=\"%s\" href=\"%s%s\" />\n"
                        .formatted(language.tag(), page.language().to(language), page.file()))
                .collect(joining());
        String markdown = has(page.language(), page.markdown())
                ? "    <link rel=\"alternate\" type=\"text/markdown\" href=\"%s\" />\n".formatted(page.markdown())
                : "";
        return description + languages + markdown + "    <script src=\"./js/site.js\" defer=\"defer\"></script>\n  ";
    }

    private String toolbar(RenderedPage page) {
        Language here = page.language();
        Language there = here.other();
        return """

                    <input type="checkbox" id="menuSwitch" aria-label="%1$s" />
                    <div id="toolbar">
                      <label for="menuSwitch" aria-hidden="true">☰ %1$s</label>
                      <input type="search" id="search" placeholder="%2$s" aria-label="%2$s" autocomplete="off" />
                      <a id="language" href="%3$s" hreflang="%4$s" lang="%4$s">%5$s</a>
                      <ol id="found" aria-live="polite" hidden="hidden" data-none="%6$s"></ol>
                    </div>""".formatted(
                        here.menu(),
                        here.search(),
                        here.to(there) + (has(there, page.file()) ? page.file() : "index.html"),
                        there.tag(),
                        there.name(),
                        here.nothing());
    }

    private static String contents(RenderedPage page) {
        List<Place> headings =
                page.places().stream().filter(place -> place.level() == 2).toList();
        return headings.size() < HEADINGS_OF_A_LONG_PAGE
                ? ""
                : headings.stream()
                        .map(heading -> "<li><a href=\"#%s\">%s</a></li>\n"
                                .formatted(heading.anchor(), Html.escaped(heading.title())))
                        .collect(joining(
                                "",
                                "\n<details id=\"contents\" open=\"open\"><summary>%s</summary>\n<ul>\n"
                                        .formatted(page.language().contents()),
                                "</ul></details>"));
    }

    private String markdown(RenderedPage page) {
        return has(page.language(), page.markdown())
                ? "<p id=\"markdown\"><a href=\"%s\" type=\"text/markdown\">%s</a></p>\n"
                        .formatted(page.markdown(), page.language().markdown())
                : "";
    }
}
