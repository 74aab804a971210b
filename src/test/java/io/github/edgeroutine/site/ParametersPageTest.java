// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.site;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.site.Descriptor.GoalParameter;
import io.github.edgeroutine.site.ParameterTables.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of parameters say the same as the descriptor, which the goal help and the pages of the goals show. */
class ParametersPageTest {

    private static final String SINCE = "0.1.0";

    /** The fixed form at the end of a description. */
    private static final Pattern VALUES = Pattern.compile("Values: ([^.]+)\\.");

    private static final Pattern RANGE = Pattern.compile("Range: ([^.]+)\\.");

    /** The names of the elements in an element such as a probe, as the code takes them. */
    private static final Pattern HOLDS = Pattern.compile("\\.holds\\((\"\\w+\"(?:, \"\\w+\")+)\\)");

    private final Descriptor descriptor = Descriptor.read();

    static List<Page> pages() {
        return Page.all().stream()
                .filter(page -> page.name().equals("usage.md"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyParameterHasARow(Page page) {
        assertAll(page, (parameter, row) -> row.isPresent());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theRowHasTheSameValues(Page page) {
        assertAll(page, (parameter, row) -> row.orElseThrow().allowed().equals(allowed(parameter.description())));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theRowHasTheSameDefault(Page page) {
        assertAll(page, (parameter, row) -> {
            String shown = row.orElseThrow().fallback();
            return parameter
                    .defaultValue()
                    .map(value -> shown.equals("`" + value + "`"))
                    .orElse(row.orElseThrow().isRequired() || !shown.isEmpty());
        });
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theRowSaysWhetherTheParameterIsRequired(Page page) {
        assertAll(
                page,
                (parameter, row) -> row.orElseThrow().isRequired()
                        == parameter.description().matches("(?s).*Required[.,].*"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theRowSaysWhetherTheParameterIsOnlyInThePom(Page page) {
        assertAll(
                page,
                (parameter, row) ->
                        row.orElseThrow().isOnlyInPom() == parameter.property().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyRowIsOfAParameter(Page page) {
        ParameterTables.of(page).byGoal().forEach((goal, rows) -> {
            Set<String> known = descriptor.parameters(goal.map(Set::of).orElse(descriptor.goals()));
            assertEquals(
                    List.of(),
                    rows.stream()
                            .map(Row::name)
                            .filter(name -> !known.contains(name))
                            .toList(),
                    goal.toString());
        });
    }

    @Test
    void everyPropertyIsThePrefixAndTheName() {
        descriptor.goalParameters().forEach(parameter -> {
            parameter.property().ifPresent(property -> assertEquals("edge-routine." + parameter.name(), property));
            assertEquals(SINCE, parameter.since(), parameter.toString());
        });
        pages().forEach(page -> {
            assertTrue(page.text().contains("`-Dedge-routine.`"), page.toString());
            assertTrue(page.text().contains(SINCE), page.toString());
        });
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyNestedElementHasARow(Page page) throws IOException {
        ParameterTables tables = ParameterTables.of(page);
        assertEquals(
                taken(),
                Stream.of("probe", "step", "environmentSetting", "variable", "secret")
                        .map(anchor -> tables.byAnchor().get(anchor).stream()
                                .map(Row::name)
                                .collect(toSet()))
                        .collect(toSet()));
    }

    private static Set<Set<String>> taken() throws IOException {
        Set<Set<String>> taken = new HashSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/io/github/edgeroutine/mojo/parameters"))) {
            for (Path file : files.toList()) {
                HOLDS.matcher(Files.readString(file))
                        .results()
                        .map(holds -> Set.of(holds.group(1).replace("\"", "").split(", ")))
                        .forEach(taken::add);
            }
        }
        return taken;
    }

    private static List<String> allowed(String description) {
        return Stream.concat(
                        VALUES.matcher(description)
                                .results()
                                .flatMap(values -> Stream.of(values.group(1).split(", "))),
                        RANGE.matcher(description)
                                .results()
                                .flatMap(range -> Pattern.compile("\\d+")
                                        .matcher(range.group(1))
                                        .results())
                                .map(number -> number.group()))
                .toList();
    }

    private void assertAll(Page page, BiPredicate<GoalParameter, Optional<Row>> check) {
        ParameterTables tables = ParameterTables.of(page);
        assertEquals(
                List.of(),
                descriptor.goalParameters().stream()
                        .filter(parameter -> !check.test(parameter, tables.row(parameter.goal(), parameter.name())))
                        .toList());
    }
}
