// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.publish.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An outcome as Markdown, for the page that GitHub Actions shows of a job. */
public final class StepSummary {

    private StepSummary() {}

    /** @param file that other steps may have written to */
    public static void append(Path file, Outcome outcome, boolean simulated) throws IOException {
        Files.writeString(file, String.join("\n", lines(outcome, simulated)) + "\n\n", UTF_8, CREATE, APPEND);
    }

    static List<String> lines(Outcome outcome, boolean simulated) {
        List<String> lines = new ArrayList<>();
        lines.add("### Edge Routine " + outcome.request().routine() + ": " + verdict(outcome)
                + (simulated ? " (rehearsal)" : ""));
        lines.add("");
        if (!outcome.environments().isEmpty()) {
            lines.add("| environment | before | wanted | after | |");
            lines.add("| --- | --- | --- | --- | --- |");
            outcome.environments()
                    .forEach(place -> lines.add("| " + place.environment() + " | " + Table.cell(place.before()) + " | "
                            + place.wanted().map(Table::cell).orElse("-") + " | " + Table.cell(place.after()) + " | "
                            + place.verdict() + " |"));
        }
        outcome.failure().ifPresent(failure -> lines.addAll(List.of("", "> " + plain(failure))));
        return lines;
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

    /** A failure quotes the network, which shall not write Markdown or HTML here. */
    private static String plain(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replaceAll("([\\\\`*_\\[\\]!#|~])", "\\\\$1");
    }
}
