// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.site;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.mojo.context.OptionNames;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Packages below the goals do not contain Maven's names of options, and decisions do not contain names of services. */
class MessagesTest {

    private static final Path MAIN = Path.of("src/main/java/io/github/edgeroutine");
    private static final Pattern LITERAL = Pattern.compile("\"(?:\\\\.|[^\"\\\\\n])*+\"");
    private static final Pattern MAVEN =
            Pattern.compile("(?<![?])<(?:[a-z]+[A-Z]\\w*|name|probes|force|timeout|endpoint)>|-Dedge-routine");
    /** As the services name operations. */
    private static final Pattern OPERATION = Pattern.compile("\"[A-Z][a-z]{2,}\\w*Routine\\w*\"");

    private static final Pattern PRODUCT = Pattern.compile("(?i)dcdn|\\besa\\b");
    private static final Pattern OPTION = Pattern.compile("\\{([a-z][a-zA-Z]+)[=}]");

    @Test
    void noMessageBelowTheGoalsNamesAnElementOrAProperty() {
        assertEquals(
                List.of(),
                literals("routine", "cloud", "dcdn", "esa", "http", "probe", "report", "memory", "source", "local")
                        .filter(literal -> MAVEN.matcher(literal).find())
                        .toList());
    }

    /** Also not in comments: facts about one product belong into the package of its adapter. */
    @Test
    void noDecisionAndNothingInCloudNamesAProductThatHasAnAdapter() {
        assertEquals(
                List.of(),
                Stream.of("cloud", "routine")
                        .flatMap(room -> files(MAIN.resolve(room)))
                        .filter(file -> PRODUCT.matcher(text(file)).find())
                        .toList());
    }

    /** A comparison with its name would need the name a second time. */
    @Test
    void everyOperationIsNamedOnceInItsAdapter() {
        List<String> inAdapters = Stream.of("dcdn", "esa")
                .flatMap(room -> operations(MAIN.resolve(room)).stream().distinct())
                .sorted()
                .toList();
        List<String> anywhere =
                rooms().flatMap(room -> operations(room).stream()).sorted().toList();

        assertEquals(inAdapters, anywhere);
        assertTrue(anywhere.containsAll(List.of("\"DescribeRoutine\"", "\"GetRoutine\"")));
    }

    /** All packages except the simulator, which is the other side. */
    private static Stream<Path> rooms() {
        return Stream.of(Objects.requireNonNull(MAIN.toFile().listFiles()))
                .map(File::toPath)
                .filter(room -> !room.endsWith("simulator"));
    }

    private static List<String> operations(Path room) {
        return files(room)
                .flatMap(file -> OPERATION.matcher(code(file)).results().map(MatchResult::group))
                .sorted()
                .toList();
    }

    @Test
    void everyOptionInBracesHasAName() {
        OptionNames names = new OptionNames("the console");
        assertEquals(
                List.of(),
                literals("routine", "cloud", "dcdn", "esa", "http", "probe", "memory", "source", "local")
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
        return text(file)
                .lines()
                .filter(line -> !line.strip().matches("(?:\\*|/\\*|//).*"))
                .collect(joining("\n"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
