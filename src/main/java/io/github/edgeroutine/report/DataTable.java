// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import static io.github.edgeroutine.report.Html.element;

import java.util.List;
import java.util.stream.IntStream;

/** A table of HTML whose rows become cards on a small screen, each cell with its column's name. */
final class DataTable {

    private DataTable() {}

    /** @param columns our own words, nothing foreign */
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
