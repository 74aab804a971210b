// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import static io.github.edgeroutine.report.Html.element;

import java.util.ArrayList;
import java.util.List;

/** The next steps as a list on the page. */
final class NextStepList {

    private NextStepList() {}

    static Html of(List<NextStep> steps) {
        if (steps.isEmpty()) {
            return Html.NOTHING;
        }
        return Html.all(List.of(
                element("h2", "Next steps"),
                element(
                        "dl class='next'",
                        steps.stream()
                                .map(step -> Html.all(List.of(
                                        element("dt", step.purpose()),
                                        element("dd", element("code", command(step.command()))))))
                                .toList())));
    }

    /** A line of it breaks only between two words, not after a hyphen. */
    private static Html command(String line) {
        List<Html> words = new ArrayList<>();
        for (String word : line.split(" ")) {
            words.add(words.isEmpty() ? Html.NOTHING : Html.text(" "));
            words.add(element("span", word));
        }
        return Html.all(words);
    }
}
