// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.time.temporal.ChronoUnit.SECONDS;
import static java.util.stream.Collectors.joining;

import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.health.ProbeResult;
import io.github.edgeroutine.routine.publish.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An outcome as Markdown, for the page of a job in GitHub Actions. */
public final class StepSummary {

    private StepSummary() {}

    /**
     * @param file the summary; other steps may have written to it before
     * @param message what the publish is for, in one line; anybody may have written it
     * @param next what the user can run next
     */
    public static void append(
            Path file, Outcome outcome, Optional<String> message, List<NextStep> next, boolean simulated)
            throws IOException {
        Files.writeString(
                file, String.join("\n", lines(outcome, message, next, simulated)) + "\n\n", UTF_8, CREATE, APPEND);
    }

    static List<String> lines(Outcome outcome, Optional<String> message, List<NextStep> next, boolean simulated) {
        List<String> lines = new ArrayList<>();
        lines.add("### Edge Routine " + outcome.request().routine() + ": " + verdict(outcome)
                + (simulated ? " (rehearsal)" : ""));
        lines.add("");
        message.ifPresent(words -> lines.addAll(List.of(plain(words), "")));
        if (!outcome.environments().isEmpty()) {
            lines.add("| environment | before | wanted | after | |");
            lines.add("| --- | --- | --- | --- | --- |");
            outcome.environments()
                    .forEach(place -> lines.add("| " + place.environment() + " | " + Table.cell(place.before()) + " | "
                            + place.wanted().map(Table::cell).orElse("-") + " | " + Table.cell(place.after()) + " | "
                            + place.verdict() + " |"));
        }
        if (!outcome.probes().isEmpty()) {
            lines.addAll(List.of("", "| probe | status | time | duration | |", "| --- | --- | --- | --- | --- |"));
            outcome.probes().forEach(result -> lines.add(row(result)));
        }
        outcome.failure().ifPresent(failure -> lines.addAll(List.of("", "> " + plain(failure))));
        next.forEach(step -> lines.addAll(List.of("", step.purpose() + ":", "", "```sh", step.command(), "```")));
        return lines;
    }

    private static String row(ProbeResult result) {
        return Stream.of(
                        plain(result.probe().address()),
                        result.last()
                                .filter(put -> put.status().isPresent())
                                .map(put -> String.valueOf(put.status().getAsInt()))
                                .orElse("-"),
                        result.last()
                                .map(put -> put.at().truncatedTo(SECONDS).toString())
                                .orElse("-"),
                        result.last().map(put -> put.took().toMillis() + " ms").orElse("-"),
                        result.flaw().isEmpty() ? "passed" : "failed")
                .collect(joining(" | ", "| ", " |"));
    }

    private static String verdict(Outcome outcome) {
        if (outcome.failure().isPresent()) {
            return "failed";
        }
        if (outcome.isUpToDate()) {
            return "up to date";
        }
        return (outcome.request().dryRun() ? "would publish " : "published ")
                + outcome.revision().map(Live::toString).orElse("earlier revisions");
    }

    /** A failure contains text from the network, so that Markdown and HTML must be escaped. */
    private static String plain(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replaceAll("([\\\\`*_\\[\\]!#|~])", "\\\\$1");
    }
}
