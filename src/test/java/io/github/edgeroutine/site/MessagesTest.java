// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.site;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.mojo.context.OptionNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Below the goals nobody knows how a user of Maven writes an option, and the decisions know no service by its name. */
class MessagesTest {

    private static final Path MAIN = Path.of("src/main/java/io/github/edgeroutine");
    private static final Pattern LITERAL = Pattern.compile("\"(?:\\\\.|[^\"\\\\\n])*+\"");
    private static final Pattern MAVEN =
            Pattern.compile("(?<![?])<(?:[a-z]+[A-Z]\\w*|name|probes|force|timeout|endpoint)>|-Dedge-routine");
    private static final Pattern OPTION = Pattern.compile("\\{([a-z][a-zA-Z]+)[=}]");

    @Test
    void noMessageBelowTheGoalsNamesAnElementOrAProperty() {
        assertEquals(
                List.of(),
                literals("routine", "cloud", "dcdn", "http", "probe", "report", "memory", "source")
                        .filter(literal -> MAVEN.matcher(literal).find())
                        .toList());
    }

    @Test
    void noDecisionKnowsAServiceByItsName() {
        assertEquals(
                List.of(),
                literals("routine")
                        .filter(literal -> literal.contains("DCDN") || literal.contains("ESA"))
                        .toList());
    }

    @Test
    void everyOptionInBracesHasAName() {
        OptionNames names = new OptionNames("the console");
        assertEquals(
                List.of(),
                literals("routine", "cloud", "dcdn", "http", "probe", "memory", "source")
                        .flatMap(literal -> OPTION.matcher(literal).results().map(option -> option.group(1)))
                        .distinct()
                        .filter(option -> names.written("{" + option + "}").equals("{" + option + "}"))
                        .toList());
    }

    private static Stream<String> literals(String... rooms) {
        return Stream.of(rooms)
                .flatMap(room -> files(MAIN.resolve(room)))
                .flatMap(file -> LITERAL.matcher(code(file)).results().map(literal -> file + ": " + literal.group()));
    }

    private static Stream<Path> files(Path room) {
        try (Stream<Path> files = Files.walk(room)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without comments. */
    private static String code(Path file) {
        try {
            return Files.readString(file)
                    .lines()
                    .filter(line -> !line.strip().matches("(?:\\*|/\\*|//).*"))
                    .collect(joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
