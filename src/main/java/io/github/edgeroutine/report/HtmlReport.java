// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import static io.github.edgeroutine.report.Html.element;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A report for people: one page of HTML that loads no other file. It has no script, and its content security policy
 * blocks scripts.
 */
public final class HtmlReport {

    private final Report report;

    private HtmlReport(Report report) {
        this.report = report;
    }

    /** The page of a report: in the same directory, with another name. */
    public static Path beside(Path json) {
        String name = json.getFileName().toString();
        int end = name.length() - (name.endsWith(".json") ? ".json".length() : 0);
        return json.resolveSibling(name.substring(0, end) + ".html");
    }

    /**
     * Writes the page of a report of {@link JsonReport}, and creates the directories above the page.
     *
     * @throws IOException if the report cannot be read or is not valid, or if the page cannot be written; the message says what to do
     */
    public static void write(Path json, Path page) throws IOException {
        write(Report.read(json), page);
    }

    static void write(Report report, Path page) throws IOException {
        String html = new HtmlReport(report).page();
        Files.createDirectories(page.toAbsolutePath().getParent());
        Files.writeString(page, html, UTF_8);
    }

    private String page() throws IOException {
        try (InputStream frame = HtmlReport.class.getResourceAsStream("report.html")) {
            return new String(frame.readAllBytes(), UTF_8)
                    .replace(
                            "<!-- title -->",
                            element("title", report.routine() + ": " + words(report.result()))
                                    .markup())
                    .replace("<!-- body -->", body().markup());
        }
    }

    private Html body() {
        boolean failed = report.failure() != null;
        return Html.all(List.of(
                element(
                        "header class='" + (failed ? "failed" : "well") + "'",
                        element("h1", report.routine()),
                        element("p class='result'", words(report.result())),
                        element("p class='asked'", report.asked()),
                        report.message() == null ? Html.NOTHING : element("p class='message'", report.message()),
                        element(
                                "p class='when'",
                                time(report.started()) + ", duration " + seconds(report.durationMillis()))),
                failed ? element("p class='failure'", report.failure()) : Html.NOTHING,
                report.simulated()
                        ? note("Rehearsal: the service was simulated. Nothing real was changed.")
                        : Html.NOTHING,
                report.dryRun() ? note("Dry run: nothing was written.") : Html.NOTHING,
                NextStepList.of(report.next()),
                element("h2", "Environments"),
                environments(),
                probes(),
                element("h2", "Calls"),
                calls(),
                element("h2", "Details"),
                facts()));
    }

    private static Html note(String text) {
        return element("p class='note'", text);
    }

    private Html environments() {
        if (report.environments().isEmpty()) {
            return note("The publish was refused before there was a plan.");
        }
        return Html.all(List.of(
                element(
                        "figure",
                        EnvironmentChart.of(report.environments()),
                        element(
                                "figcaption",
                                "Filled box: the wanted revision. Empty box: other code. Dashed: not published yet, nothing"
                                        + " runs, or not known.")),
                DataTable.of(
                        List.of("environment", "before", "wanted", "after", "outcome"),
                        report.environments().stream()
                                .map(place -> List.of(
                                        place.name(),
                                        place.before().words(),
                                        place.wanted() == null
                                                ? "-"
                                                : place.wanted().words(),
                                        place.after().words(),
                                        place.verdict().toString()))
                                .toList())));
    }

    private Html probes() {
        if (report.probes().isEmpty()) {
            return Html.NOTHING;
        }
        return Html.all(List.of(
                element("h2", "Probes"),
                DataTable.of(
                        List.of("probe", "status", "time", "duration", "result"),
                        report.probes().stream()
                                .map(probe -> List.of(
                                        probe.url(),
                                        probe.status() == null
                                                ? "-"
                                                : probe.status().toString(),
                                        probe.asked() == null ? "-" : time(probe.asked()),
                                        probe.durationMillis() == null ? "-" : seconds(probe.durationMillis()),
                                        probe.held() ? "answered as expected" : probe.flaw()))
                                .toList())));
    }

    private Html calls() {
        if (report.calls().isEmpty()) {
            return note("The service was not called.");
        }
        return DataTable.of(
                List.of("call", "time", "duration", "request id", "failure"),
                report.calls().stream()
                        .map(call -> List.of(
                                call.operation(),
                                time(call.started()),
                                seconds(call.durationMillis()),
                                call.requestIds().isEmpty() ? "-" : String.join(" ", call.requestIds()),
                                call.failure() == null ? "-" : call.failure()))
                        .toList());
    }

    private Html facts() {
        List<Html> facts = new ArrayList<>();
        fact(facts, "revision", report.revision() == null ? "none or several" : report.revision());
        fact(facts, "started", time(report.started()));
        fact(facts, "ended", time(report.ended()));
        fact(facts, "write calls", Long.toString(report.attempts()));
        report.environments().stream()
                .filter(place -> place.deployment() != null)
                .forEach(place -> fact(facts, "deployment", place.deployment() + " in " + place.name()));
        report.rollback()
                .forEach((environment, earlier) -> fact(facts, "rollback", earlier.words() + " in " + environment));
        fact(facts, "service", report.endpoint());
        fact(facts, "plugin", report.plugin());
        return element("dl", facts);
    }

    private static void fact(List<Html> facts, String name, String value) {
        facts.add(element("dt", name));
        facts.add(element("dd", value));
    }

    private static String words(String word) {
        return word.replace('-', ' ');
    }

    private static String time(String instant) {
        return instant.replace('T', ' ').replace("Z", " UTC");
    }

    private static String seconds(long millis) {
        return BigDecimal.valueOf(millis, 3) + " s";
    }
}
