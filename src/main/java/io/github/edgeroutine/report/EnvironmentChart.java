// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import static io.github.edgeroutine.report.Html.element;
import static java.util.stream.Collectors.joining;

import io.github.edgeroutine.report.Report.EnvironmentEntry;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A picture of what ran in each environment before and after: one lane for each environment, one mark for each revision.
 * Horizontal lengths are percentages, so that the text has the same size on all screens.
 */
final class EnvironmentChart {

    private static final int HEAD = 28;
    private static final int LANE = 92;
    private static final int LONGEST_NAME = 28;
    private static final String BEFORE = "20%";
    private static final String AFTER = "80%";

    private EnvironmentChart() {}

    static Html of(List<EnvironmentEntry> places) {
        return element(
                "svg class='lanes' role='img' aria-labelledby='picture' width='100%' height='"
                        + (HEAD + LANE * places.size()) + "'",
                Stream.of(
                                Stream.of(
                                        element("title id='picture'", "What ran in each environment before and after"),
                                        element("text class='head' x='" + BEFORE + "' y='16'", "before"),
                                        element("text class='head' x='" + AFTER + "' y='16'", "after")),
                                IntStream.range(0, places.size())
                                        .mapToObj(lane -> element(
                                                "svg class='" + tone(places.get(lane)) + "' y='" + (HEAD + LANE * lane)
                                                        + "' height='" + LANE + "'",
                                                lane(places.get(lane)))))
                        .flatMap(pieces -> pieces)
                        .toList());
    }

    private static String tone(EnvironmentEntry place) {
        return switch (place.verdict()) {
            case NOT_PUBLISHED, IN_PART, UNKNOWN -> "bad";
            case LEFT_BEHIND, RESTORED -> "odd";
            case PUBLISHED, ACCEPTED, UP_TO_DATE, PLANNED -> "well";
        };
    }

    private static List<Html> lane(EnvironmentEntry place) {
        String name = place.name();
        return List.of(
                element("line class='edge' x1='0' x2='100%' y1='0.5' y2='0.5'"),
                element(
                        "text class='name' x='0' y='22'",
                        element("title", name),
                        Html.text(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 1) + "…" : name)),
                way(place),
                mark(BEFORE, place.before(), place.wanted()),
                switch (place.verdict()) {
                    case PLANNED -> ghost(place.wanted());
                    case PUBLISHED, ACCEPTED, UP_TO_DATE, LEFT_BEHIND, RESTORED, NOT_PUBLISHED, IN_PART, UNKNOWN ->
                        mark(AFTER, place.after(), place.wanted());
                },
                element("text class='verdict' x='50%' y='80'", place.verdict().toString()));
    }

    /** The line from before to after. */
    private static Html way(EnvironmentEntry place) {
        String line = " x1='" + BEFORE + "' x2='" + AFTER + "' y1='48' y2='48'";
        Html head = at(AFTER, element("path class='head' d='M-54 -6 L-44 0 L-54 6 Z'"));
        return switch (place.verdict()) {
            case UP_TO_DATE, LEFT_BEHIND -> element("line class='stays'" + line);
            case PUBLISHED, ACCEPTED -> Html.all(List.of(element("line class='goes'" + line), head));
            case PLANNED -> Html.all(List.of(element("line class='would-go'" + line), head));
            case UNKNOWN -> element("line class='lost'" + line);
            case RESTORED ->
                Html.all(List.of(
                        element("line class='restored'" + line),
                        at(
                                "50%",
                                element("circle class='odd' r='12'"),
                                element("path class='back' d='M6 0 H-5 M-1 -5 L-6 0 L-1 5'"))));
            case NOT_PUBLISHED, IN_PART ->
                Html.all(List.of(
                        element("line class='failed'" + line),
                        at(
                                "50%",
                                element("circle class='bad' r='12'"),
                                element("path class='cross' d='M-5 -5 L5 5 M-5 5 L5 -5'"))));
        };
    }

    private static Html mark(String x, LiveJson live, LiveJson wanted) {
        return switch (live.state()) {
            case "nothing" -> circle(x, "Nothing runs", "-");
            case "unknown" -> circle(x, "What runs here is not known", "?");
            default ->
                live.equals(wanted)
                        ? box(x, "wanted", 14, "Revision " + live.words() + " (wanted)", live)
                        : box(x, "other", 2, "Revision " + live.words(), live);
        };
    }

    private static Html circle(String x, String title, String sign) {
        return at(
                x,
                element("title", title),
                element("circle class='unknown' r='14'"),
                element("text class='unknown' y='5'", sign));
    }

    private static Html ghost(LiveJson wanted) {
        return box(AFTER, "ghost", 14, "Revision " + wanted.words() + " (to be published)", wanted);
    }

    private static Html box(String x, String kind, int roundness, String title, LiveJson live) {
        return at(
                x,
                element("title", title),
                element("rect class='" + kind + "' x='-44' y='-14' width='88' height='28' rx='" + roundness + "'"),
                element("text class='" + kind + "' y='5'", label(live)));
    }

    /** A text that fits into a box: the last digits of a revision, or only the shares. */
    private static String label(LiveJson live) {
        if (live.state().equals("split")) {
            return live.shares().values().stream().map(String::valueOf).collect(joining(" / ")) + " %";
        }
        String words = live.words();
        return words.length() > 9 ? "…" + words.substring(words.length() - 6) : words;
    }

    private static Html at(String x, Html... pieces) {
        return element("svg x='" + x + "' y='48' overflow='visible'", pieces);
    }
}
