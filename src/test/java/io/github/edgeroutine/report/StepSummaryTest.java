// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import static io.github.edgeroutine.routine.FakeRoutines.failsAfter;
import static io.github.edgeroutine.routine.FakeRoutines.running;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.health.Probe;
import io.github.edgeroutine.routine.publish.RequestFor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepSummaryTest {

    private final FakeRoutines account = new FakeRoutines(running("staging=17", "production=16"));

    @Test
    void aPublishHasAHeadingAndATable() {
        assertEquals(
                List.of(
                        "### Edge Routine hello: published 17",
                        "",
                        "| environment | before | wanted | after | |",
                        "| --- | --- | --- | --- | --- |",
                        "| staging | 17 | 17 | 17 | up to date |",
                        "| production | 16 | 17 | 17 | published |"),
                lines(RequestFor.revision("17", "staging", "production"), false));
    }

    @Test
    void theHeadingTellsADryRunAndARehearsalFromAPublish() {
        assertEquals(
                "### Edge Routine hello: up to date",
                lines(RequestFor.revision("17", "staging"), false).get(0));
        assertEquals(
                "### Edge Routine hello: would publish 17",
                lines(RequestFor.revision("17", "production").dryRun(), false).get(0));
        assertEquals(
                "### Edge Routine hello: published 17 (rehearsal)",
                lines(RequestFor.revision("17", "production"), true).get(0));
    }

    @Test
    void theSummaryHasTheEscapedMessageAndTheProbes() {
        RequestFor request = RequestFor.revision("17", "production")
                .probes(
                        new Probe(URI.create("https://example.com/?key=1"), 200, Optional.empty(), Duration.ZERO),
                        new Probe(URI.create("https://example.com/missing"), 200, Optional.empty(), Duration.ZERO));

        List<String> lines = StepSummary.lines(
                ReportFixture.of(request, account).outcome(), Optional.of("Fix `#1` <b>"), List.of(), false);

        assertEquals(List.of("", "Fix \\`\\#1\\` &lt;b>", ""), lines.subList(1, 4));
        assertEquals(
                List.of(
                        "",
                        "| probe | status | time | duration | |",
                        "| --- | --- | --- | --- | --- |",
                        "| https://example.com/ | 200 | 2026-11-24T11:00:00Z | 0 ms | passed |",
                        "| https://example.com/missing | 404 | 2026-11-24T11:00:00Z | 0 ms | failed |",
                        ""),
                lines.subList(7, 13));
    }

    @Test
    void aFailureIsEscaped() {
        account.writes(failsAfter(new CallFailedException(
                "<img src=x> [click](http://x) `*_` & more", Reason.REFUSED, Effect.NONE, "Do something.")));

        List<String> lines = lines(RequestFor.revision("17", "production"), false);

        assertEquals("### Edge Routine hello: failed", lines.get(0));
        assertEquals(
                "> Could not publish revision 17 of routine hello in production: &lt;img src=x> \\[click\\](http://x)"
                        + " \\`\\*\\_\\` &amp; more. Nothing was changed. Do something.",
                lines.get(lines.size() - 1));
    }

    @Test
    void eachNextStepIsACodeBlock() {
        List<String> lines = StepSummary.lines(
                ReportFixture.of(RequestFor.revision("17", "production"), account)
                        .outcome(),
                Optional.empty(),
                List.of(new NextStep("Roll back, on this machine", "mvn edge-routine:rollback")),
                false);

        assertEquals(
                List.of("", "Roll back, on this machine:", "", "```sh", "mvn edge-routine:rollback", "```"),
                lines.subList(5, 11));
    }

    @Test
    void theSummaryKeepsTheTextOfOtherSteps(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("summary.md");
        Files.writeString(file, "# Tests\n");

        StepSummary.append(
                file,
                ReportFixture.of(RequestFor.revision("17", "production"), account)
                        .outcome(),
                Optional.empty(),
                List.of(),
                false);

        List<String> written = Files.readAllLines(file);
        assertEquals(List.of("# Tests", "### Edge Routine hello: published 17"), written.subList(0, 2));
    }

    private List<String> lines(RequestFor request, boolean simulated) {
        return StepSummary.lines(ReportFixture.of(request, account).outcome(), Optional.empty(), List.of(), simulated);
    }
}
