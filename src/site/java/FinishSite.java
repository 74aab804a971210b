// SPDX-License-Identifier: Apache-2.0
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Adds what the skin does not have: see {@link Additions}; an index for the search; the pages as Markdown; llms.txt. */
public final class FinishSite {

    private final Path sources;
    private final Path site;

    private FinishSite(Path sources, Path site) {
        this.sources = sources;
        this.site = site;
    }

    public static void main(String[] arguments) throws IOException {
        new FinishSite(Path.of(arguments[0]), Path.of(arguments[1])).finish();
    }

    private void finish() throws IOException {
        Additions additions = new Additions(site);
        StringBuilder overview = new StringBuilder();
        for (Language language : Language.ALL) {
            Path directory = site.resolve(language.directory());
            overview.append("\n## ").append(language.name()).append("\n\n");
            StringBuilder index = new StringBuilder("siteIndex([\n");
            for (RenderedPage page : pages(language)) {
                page.places().forEach(place -> index.append(entry(page, place)));
                String readable = language.directory() + (copyMarkdown(page) ? page.markdown() : page.file());
                overview.append("- [%s](%s): %s\n".formatted(page.title(), readable, page.description()));
                Files.writeString(directory.resolve(page.file()), additions.addedTo(page));
            }
            Files.writeString(directory.resolve("search-index.js"), index.append("])\n"));
        }
        String start = new RenderedPage(Language.ALL.get(0), "index.html", Files.readString(site.resolve("index.html")))
                .description();
        Files.writeString(site.resolve("llms.txt"), "# Edge Routine Maven Plugin\n\n> " + start + "\n" + overview);
        List<String> faults = new SiteCheck(site).faults();
        if (!faults.isEmpty()) {
            throw new IllegalStateException("dead links:\n" + String.join("\n", faults));
        }
    }

    private List<RenderedPage> pages(Language language) throws IOException {
        Examples examples = new Examples(sources.resolveSibling("it"));
        List<RenderedPage> pages = new ArrayList<>();
        try (Stream<Path> files = Files.list(site.resolve(language.directory()))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".html"))
                    .sorted()
                    .toList()) {
                pages.add(new RenderedPage(
                        language, file.getFileName().toString(), examples.shownIn(Files.readString(file))));
            }
        }
        return pages;
    }

    private static String entry(RenderedPage page, Place place) {
        return Stream.of(page.file(), page.title(), place.anchor(), place.title(), place.text())
                .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(joining(",", "[" + place.level() + ",", "],\n"));
    }

    private boolean copyMarkdown(RenderedPage page) throws IOException {
        String directory = page.language().directory();
        Path source = sources.resolve(directory + "markdown").resolve(page.markdown());
        if (!Files.isRegularFile(source)) {
            return false;
        }
        Files.copy(source, site.resolve(directory + page.markdown()), StandardCopyOption.REPLACE_EXISTING);
        return true;
    }
}
