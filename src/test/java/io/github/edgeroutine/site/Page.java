// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page in Markdown that users read. */
record Page(Path file, String text) {

    static final Path MARKDOWN = Path.of("src/site/markdown");

    static final Pattern FENCED = Pattern.compile("(?ms)^( *)```(\\w*)\\n(.*?)^\\1```$");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    static Page of(String name) {
        return read(MARKDOWN.resolve(name));
    }

    static List<Page> site() {
        try (Stream<Path> files = Files.walk(MARKDOWN)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(Page::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Page> all() {
        return Stream.concat(Stream.of(read(Path.of("README.md"))), site().stream())
                .toList();
    }

    private static Page read(Path file) {
        try {
            return new Page(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return file.getFileName().toString();
    }

    /** The fenced fragments in a language, without the indent that a list gives them. */
    List<String> fragments(String language) {
        return FENCED.matcher(text)
                .results()
                .filter(fence -> fence.group(2).equals(language))
                .map(fence -> fence.group(3).replaceAll("(?m)^" + fence.group(1), ""))
                .toList();
    }

    List<String> codeSpans() {
        return groups(CODE, prose());
    }

    /** The code in the first column of tables. */
    List<String> quotes() {
        return prose().lines()
                .filter(line -> line.matches("\\| (?:<a id=\"[^\"]*\"></a>)?`.*"))
                .map(row -> row.split(" \\| ")[0])
                .flatMap(cell -> groups(CODE, cell).stream())
                .toList();
    }

    List<String> links() {
        return groups(LINK, prose().replaceAll("`[^`]*`", ""));
    }

    boolean hasAnchor(String name) {
        return text.contains("<a id=\"" + name + "\"></a>");
    }

    private String prose() {
        return FENCED.matcher(text).replaceAll("");
    }

    private static List<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
