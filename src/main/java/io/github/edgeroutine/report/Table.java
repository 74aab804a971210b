// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import io.github.edgeroutine.routine.CommaList;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.Live.NoRevision;
import io.github.edgeroutine.routine.publish.Outcome;
import io.github.edgeroutine.routine.publish.Plan;
import io.github.edgeroutine.routine.publish.Plan.Action;
import io.github.edgeroutine.routine.publish.Plan.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Plans and outcomes as lines for the build log. */
public final class Table {

    private static final int MOST = 50;

    private Table() {}

    /** A headline, then for each environment: what runs there now, what is wanted, and what the goal will do. */
    public static List<String> of(Plan plan) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("environment", "live now", "wanted", ""));
        rows.addAll(rows(plan));
        return Stream.of(
                        Stream.of("Routine " + plan.routine() + ", revision " + plan.revision() + ":"),
                        aligned(rows),
                        steps(plan))
                .flatMap(lines -> lines)
                .toList();
    }

    /** Several plans as one table: of several modules, or of one routine with several revisions. */
    public static List<String> of(List<Plan> plans) {
        if (plans.size() == 1) {
            return of(plans.get(0));
        }
        if (plans.stream().map(Plan::routine).distinct().count() == 1) {
            return ofOneRoutine(plans);
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("routine", "environment", "live now", "wanted", ""));
        for (Plan plan : plans) {
            rows(plan)
                    .forEach(row ->
                            rows.add(Stream.concat(Stream.of(plan.routine().text()), row.stream())
                                    .toList()));
        }
        return Stream.of(
                        Stream.of("The publishes of this build:"),
                        aligned(rows),
                        plans.stream().flatMap(plan -> steps(plan).map(line -> "  " + plan.routine() + line)))
                .flatMap(lines -> lines)
                .toList();
    }

    private static List<String> ofOneRoutine(List<Plan> plans) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("environment", "live now", "wanted", ""));
        plans.forEach(plan -> rows.addAll(rows(plan)));
        return Stream.of(
                        Stream.of("Routine " + plans.get(0).routine() + ":"),
                        aligned(rows),
                        plans.stream().flatMap(Table::steps))
                .flatMap(lines -> lines)
                .toList();
    }

    /** The steps of the rollout, if there are several. */
    private static Stream<String> steps(Plan plan) {
        List<Stage> stages = plan.stages();
        return IntStream.range(0, stages.size())
                .filter(index -> stages.size() > 1)
                .mapToObj(index -> "  step " + (index + 1) + " of " + stages.size() + ": "
                        + CommaList.of(stages.get(index).steps().stream()
                                .map(step -> step.environment() + " " + step.wanted())
                                .toList())
                        + pause(stages.get(index)));
    }

    private static String pause(Stage stage) {
        return stage.pause().isZero()
                ? ""
                : "; then a pause of " + stage.pause().toSeconds() + " s";
    }

    private static List<List<String>> rows(Plan plan) {
        return plan.steps().stream()
                .map(step -> List.of(
                        step.environment().name(),
                        cell(step.before()),
                        step.action() == Action.LEFT_BEHIND
                                ? "-"
                                : step.wanted().toString(),
                        step.action().toString()))
                .toList();
    }

    /** For each environment: what runs there now, as far as that is known, and the result. */
    public static List<String> of(Outcome outcome) {
        return aligned(outcome.environments().stream()
                        .map(each -> List.of(
                                each.environment().name(),
                                cell(each.after()),
                                each.verdict().toString()))
                        .toList())
                .toList();
    }

    /** What runs: a hyphen means nothing, a question mark means not known. */
    static String cell(Live live) {
        if (live instanceof NoRevision none) {
            return switch (none) {
                case NOTHING -> "-";
                case UNKNOWN -> "?";
            };
        }
        return live.toString();
    }

    /** The first words, as many as fit into a line, and the number of the other words. */
    static String few(List<String> words) {
        return words.size() <= MOST
                ? String.join(" ", words)
                : String.join(" ", words.subList(0, MOST)) + " and " + (words.size() - MOST) + " more";
    }

    /** Columns with two spaces between them. */
    static Stream<String> aligned(List<List<String>> rows) {
        return rows.stream().map(row -> {
            StringBuilder line = new StringBuilder();
            IntStream.range(0, row.size())
                    .forEach(column -> line.append("  ")
                            .append(row.get(column))
                            .append(" "
                                    .repeat(width(rows, column)
                                            - row.get(column).length())));
            return line.toString().stripTrailing();
        });
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
