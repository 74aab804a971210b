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
    static final Path CHINESE = Path.of("src/site/zh_CN/markdown");

    static final Pattern FENCED = Pattern.compile("(?ms)^( *)```(\\w*)\\n(.*?)^\\1```$");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern HEADING = Pattern.compile("(?m)^(#+ (?:<a id=\"[\\w-]+\"></a>)?)");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    static Page of(String name) {
        return read(MARKDOWN.resolve(name));
    }

    static List<Page> site() {
        return in(MARKDOWN);
    }

    static List<Page> chineseSite() {
        return in(CHINESE);
    }

    private static List<Page> in(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(Page::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Page readme() {
        return read(Path.of("README.md"));
    }

    static Page chineseReadme() {
        return read(Path.of("src/README.zh-CN.md"));
    }

    static List<Page> english() {
        return Stream.concat(Stream.of(readme()), site().stream()).toList();
    }

    static List<Page> all() {
        return Stream.of(english(), List.of(chineseReadme()), chineseSite())
                .flatMap(List::stream)
                .toList();
    }

    static Page read(Path file) {
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

    /** Each fenced fragment, with its language. */
    List<String> fragments() {
        return groups(FENCED, text, 0);
    }

    /** The level and the anchor of each heading. */
    List<String> outline() {
        return groups(HEADING, prose(), 1);
    }

    List<String> codeSpans() {
        return groups(CODE, prose(), 1);
    }

    /** The code in the first column of tables. */
    List<String> quotes() {
        return prose().lines()
                .filter(line -> line.matches("\\| (?:<a id=\"[^\"]*\"></a>)?`.*"))
                .map(row -> row.split(" \\| ")[0])
                .flatMap(cell -> groups(CODE, cell, 1).stream())
                .toList();
    }

    /** The code in the first cell of each row; another language may name it in another order. */
    List<List<String>> firstColumns() {
        return prose().lines()
                .filter(line -> line.startsWith("|"))
                .map(row ->
                        groups(CODE, row.split(" \\| ")[0], 1).stream().sorted().toList())
                .toList();
    }

    List<String> links() {
        return groups(LINK, prose().replaceAll("`[^`]*`", ""), 1);
    }

    /** Where a line ends and the next one begins with such a character. */
    List<String> breaksBetween(String character) {
        return groups(Pattern.compile(".{0,9}" + character + "\\n *" + character), prose(), 0);
    }

    boolean isOnTheSite() {
        return file.startsWith(MARKDOWN) || isChinese();
    }

    boolean isChinese() {
        return file.startsWith(CHINESE);
    }

    boolean hasAnchor(String name) {
        return text.contains("<a id=\"" + name + "\"></a>");
    }

    private String prose() {
        return FENCED.matcher(text).replaceAll("");
    }

    private static List<String> groups(Pattern pattern, String text, int group) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(group))
                .toList();
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
