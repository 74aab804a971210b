// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import static io.github.edgeroutine.report.Html.element;

import java.util.List;
import java.util.stream.IntStream;

/** A table of HTML. On a small screen each row is a card, and each cell shows the name of its column. */
final class DataTable {

    private DataTable() {}

    /** @param columns constants of this plugin, because they are not escaped */
    static Html of(List<String> columns, List<List<String>> rows) {
        return element(
                "table",
                element(
                        "thead",
                        element(
                                "tr",
                                columns.stream()
                                        .map(column -> element("th scope='col'", column))
                                        .toList())),
                element(
                        "tbody",
                        rows.stream()
                                .map(row -> element("tr", cells(columns, row)))
                                .toList()));
    }

    private static List<Html> cells(List<String> columns, List<String> row) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> column == 0
                        ? element("th scope='row'", row.get(0))
                        : element("td data-column='" + columns.get(column) + "'", row.get(column)))
                .toList();
    }
}
