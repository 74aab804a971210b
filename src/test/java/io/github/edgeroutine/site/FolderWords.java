// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sentences of builds: names of integration tests, comments and descriptions of a POM, comments of scripts. */
final class FolderWords {

    private static final Pattern POM = Pattern.compile("(?s)<!--(.*?)-->|<(?:description|name)>([^<]*)<");
    private static final Pattern SCRIPT = Pattern.compile("(?m)^\\s*(?:#|//|/\\*\\*) ?(.*?)(?:\\*/)?$");

    private FolderWords() {}

    /** Of a folder, or of one file. */
    static Stream<Sentence> in(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            List<Path> all = paths.filter(path -> !path.toString().contains("/target/"))
                    .sorted()
                    .toList();
            return Stream.concat(
                    all.stream()
                            .filter(path -> Files.exists(path.resolve("pom.xml")))
                            .map(FolderWords::ofName),
                    all.stream().flatMap(FolderWords::ofText));
        }
    }

    private static Sentence ofName(Path project) {
        return new Sentence(project + ":1", project.getFileName().toString().replace('-', ' '));
    }

    private static Stream<Sentence> ofText(Path file) {
        String name = file.getFileName().toString();
        if (name.endsWith(".md")) {
            return Prose.sentences(Page.read(file).text()).stream()
                    .map(sentence -> new Sentence(file + ":1", sentence));
        }
        if (name.equals("pom.xml")) {
            return found(POM, file);
        }
        return name.matches(".*\\.(?:groovy|properties|js)") ? found(SCRIPT, file) : Stream.empty();
    }

    private static Stream<Sentence> found(Pattern pattern, Path file) {
        String text = Page.read(file).text();
        return pattern.matcher(text).results().flatMap(match -> {
            long line = text.substring(0, match.start()).lines().count() + 1;
            return Prose.sentences(group(match)).stream().map(sentence -> new Sentence(file + ":" + line, sentence));
        });
    }

    private static String group(MatchResult match) {
        return match.group(1) == null ? match.group(2) : match.group(1);
    }
}
