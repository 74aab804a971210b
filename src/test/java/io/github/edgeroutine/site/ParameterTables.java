// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of parameters and of nested elements on a page, by the anchor of their heading. */
record ParameterTables(Map<String, List<Row>> byAnchor) {

    /** What is true for several goals. */
    private static final String SHARED = "parameters-all";

    private static final Pattern SECTION =
            Pattern.compile("(?ms)^#+ <a id=\"([\\w-]+)\"></a>[^\\n]*\\n(.*?)(?=^#|\\z)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\|(.*)\\|$");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** In the order of the columns. */
    record Row(String name, String meaning, String values, String fallback, String required) {

        private static Row of(String name, String rest) {
            String[] cells = rest.split("\\|", -1);
            return new Row(name, cells[0].strip(), cells[1].strip(), cells[2].strip(), cells[3].strip());
        }

        /** The values, or the numbers of a range. */
        List<String> allowed() {
            return (values.contains("`") ? CODE : NUMBER)
                    .matcher(values)
                    .results()
                    .map(found -> found.group().replace("`", ""))
                    .toList();
        }

        boolean isRequired() {
            return Stream.of("yes", "是").anyMatch(required::startsWith);
        }

        /** Only this mark is in italics. */
        boolean isOnlyInPom() {
            return meaning.endsWith("*");
        }
    }

    static ParameterTables of(Page page) {
        Map<String, List<Row>> tables = new LinkedHashMap<>();
        SECTION.matcher(page.text()).results().forEach(section -> tables.put(section.group(1), rows(section.group(2))));
        return new ParameterTables(tables);
    }

    private static List<Row> rows(String text) {
        return ROW.matcher(text)
                .results()
                .filter(row -> row.group(2).split("\\|", -1).length == 4)
                .map(row -> Row.of(row.group(1), row.group(2)))
                .toList();
    }

    Optional<Row> row(String goal, String parameter) {
        return Stream.of("parameters-" + goal, SHARED)
                .flatMap(anchor -> byAnchor.getOrDefault(anchor, List.of()).stream())
                .filter(row -> row.name().equals(parameter))
                .findFirst();
    }

    /** The rows of each goal; those that several goals share have no goal. */
    Map<Optional<String>, List<Row>> byGoal() {
        return byAnchor.entrySet().stream()
                .filter(table -> table.getKey().startsWith("parameters-"))
                .collect(Collectors.toMap(
                        table -> Optional.of(table.getKey().replace("parameters-", ""))
                                .filter(goal -> !table.getKey().equals(SHARED)),
                        Map.Entry::getValue));
    }
}
