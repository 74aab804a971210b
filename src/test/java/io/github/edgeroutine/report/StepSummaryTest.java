// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import static io.github.edgeroutine.routine.FakeRoutines.failsAfter;
import static io.github.edgeroutine.routine.FakeRoutines.running;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.publish.RequestFor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepSummaryTest {

    private final FakeRoutines account = new FakeRoutines(running("staging=17", "production=16"));

    @Test
    void aPublishIsAHeadingAndATable() {
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
    void whatWasNotPublishedDoesNotLookPublished() {
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
    void aFailureIsQuotedAndWritesNoMarkdownOfItsOwn() {
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
    void whatOtherStepsWroteStays(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("summary.md");
        Files.writeString(file, "# Tests\n");

        StepSummary.append(
                file,
                ReportFixture.of(RequestFor.revision("17", "production"), account)
                        .outcome(),
                false);

        List<String> written = Files.readAllLines(file);
        assertEquals(List.of("# Tests", "### Edge Routine hello: published 17"), written.subList(0, 2));
    }

    private List<String> lines(RequestFor request, boolean simulated) {
        return StepSummary.lines(ReportFixture.of(request, account).outcome(), simulated);
    }
}
