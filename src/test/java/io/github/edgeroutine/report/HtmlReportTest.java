// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import static io.github.edgeroutine.routine.FakeRoutines.failsAfter;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.health.Probe;
import io.github.edgeroutine.routine.publish.RequestFor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words on the page. {@link HtmlReportInChromiumTest} tests what it looks like. */
class HtmlReportTest {

    private static final String UNKNOWN = "{'state':'unknown','revision':null,'shares':{},'words':'what is not known'}";

    private static final String LONG = "1620876959997924701";

    @TempDir
    private Path directory;

    private FakeRoutines account =
            new FakeRoutines(FakeRoutines.running("staging=unstable", "production=" + LONG, "presetCanaryZhejiang=16"));

    @Test
    void theDetailsHaveTheDeploymentIfTheServiceHasDeployments() throws IOException {
        account.looks(truth -> new RoutineState(
                truth.live(),
                truth.revisions(),
                Map.of(),
                Set.of(),
                false,
                OptionalInt.empty(),
                Map.of(new Environment("production"), "589267")));

        String page = page(RequestFor.revision(LONG, "production"));

        assertTrue(facts(page).contains("deployment: 589267 in production"));
    }

    @Test
    void thePageShowsAWholePublish() throws IOException {
        String page = page(RequestFor.revision("@production", "staging", "production"));

        assertEquals(
                List.of(
                        "staging | unstable | " + LONG + " | " + LONG + " | published",
                        "production | " + LONG + " | " + LONG + " | " + LONG + " | up to date",
                        "presetCanaryZhejiang | 16 | - | 16 | left behind",
                        "describe | 2026-11-24 11:00:00 UTC | 0.000 s | READ-1 | -",
                        "publish | 2026-11-24 11:00:00 UTC | 0.000 s | A513734D | -",
                        "describe | 2026-11-24 11:00:00 UTC | 0.000 s | READ-2 | -"),
                rows(page));
        assertEquals(
                List.of(
                        "revision: " + LONG,
                        "started: 2026-11-24 11:00:00 UTC",
                        "ended: 2026-11-24 11:00:01.234 UTC",
                        "write calls: 1",
                        "service: https://dcdn.aliyuncs.com",
                        "plugin: 0.1.0"),
                facts(page));
        assertTrue(page.contains("<title>hello: published</title>"));
        assertTrue(page.contains("the revision that production runs of routine hello in staging, production"));
        assertTrue(page.contains("2026-11-24 11:00:00 UTC, duration 1.234 s"));
        assertFalse(page.contains("Rehearsal") || page.contains("Dry run") || page.contains("class='failure'"));
    }

    @Test
    void aMarkShowsTheLastDigitsAndItsTitleShowsAll() throws IOException {
        assertTrue(page(RequestFor.revision("@production", "staging"))
                .replaceAll("<(rect|text)[^>]*>|</[a-z]+>", "")
                .contains("<title>Revision " + LONG + " (wanted)…924701"));
    }

    @Test
    void aMarkShowsAllDigitsOfAShortRevision() throws IOException {
        account = new FakeRoutines(FakeRoutines.running("staging=123456789", "production=1234567890"));

        String page = page(RequestFor.revision("18", "staging", "production"));

        assertTrue(page.contains(">123456789</text>"));
        assertTrue(page.contains(">…567890</text>"));
    }

    @Test
    void eachLaneStartsBelowTheOneAboveAndHasTheColorOfItsOutcome() throws IOException {
        account.writes(failsAfter(new CallFailedException("no", Reason.REFUSED, Effect.NONE, "Look."), "staging"));

        String page = page(RequestFor.revision("17", "staging", "production"));

        assertEquals(
                List.of("well: 28 to 120", "bad: 120 to 212", "odd: 212 to 304"),
                Pattern.compile("<svg class='([a-z]*)' y='([0-9]+)' height='([0-9]+)'>")
                        .matcher(page)
                        .results()
                        .map(lane -> lane.group(1) + ": " + lane.group(2) + " to "
                                + (Integer.parseInt(lane.group(2)) + Integer.parseInt(lane.group(3))))
                        .toList());
        assertTrue(page.contains("width='100%' height='304'>"), "the picture ends with its last lane");
    }

    @ParameterizedTest
    @CsvSource({
        "presetCanaryOfARegionOfNames, presetCanaryOfARegionOfNames",
        "presetCanaryOfARegionOfNames1, presetCanaryOfARegionOfName…"
    })
    void thePictureCutsALongNameAndItsTitleShowsAll(String name, String shown) throws IOException {
        account = new FakeRoutines(FakeRoutines.running(name + "=16"));

        String page = page(RequestFor.revision("17", name));

        assertTrue(page.contains("<title>" + name + "</title>" + shown + "</text>"), page);
    }

    @Test
    void aRestoredEnvironmentIsShownAsRestored() throws IOException {
        account.writes(failsAfter(FakeRoutines.failure(Reason.UNANSWERED, Effect.UNKNOWN), "production"));

        String page = page(
                RequestFor.revision("17", "production", "presetCanaryZhejiang").restoreOnFailure());

        assertEquals(
                List.of(
                        "production | " + LONG + " | 17 | " + LONG + " | restored",
                        "presetCanaryZhejiang | 16 | 17 | 16 | not published"),
                rows(page).subList(0, 2));
        assertTrue(page.contains("<line class='restored'") && page.contains("<line class='failed'"), page);
    }

    @Test
    void thePageShowsTheNextStepsAsCommandsToCopy() throws IOException {
        account.writes(failsAfter(FakeRoutines.failure(Reason.UNANSWERED, Effect.UNKNOWN), "production"));

        String page = page(RequestFor.revision("17", "production", "presetCanaryZhejiang"))
                .replaceAll("</?span>", "");

        assertTrue(
                page.contains("<h2>Next steps</h2><dl class='next'><dt>Roll back, on any machine</dt><dd><code>mvn"
                        + " edge-routine:rollback {name=hello, codeRevision=" + LONG
                        + ", environments=production}</code></dd><dt>Repair what failed, then repeat the"
                        + " build</dt><dd><code>mvn deploy</code></dd></dl>"),
                page);
        assertFalse(page(RequestFor.revision("17", "production").force()).contains("Next steps"), "nothing changed");
    }

    @Test
    void aMessageOfTheServiceIsEscaped() throws IOException {
        account.writes(
                failsAfter(new CallFailedException("<img src=x> & \"'</style>", Reason.REFUSED, Effect.NONE, "Look.")));

        String page = page(RequestFor.revision("17", "staging"));

        assertFalse(page.contains("<img"));
        assertEquals(3, page.split("&lt;img src=x&gt; &amp; &quot;&#39;&lt;/style&gt;", -1).length);
        assertTrue(page.contains("<header class='failed'>"));
        assertTrue(page.contains("<p class='failure'>Could not publish revision 17 "));
    }

    @Test
    void aRefusedPublishHasNoPicture() throws IOException {
        String page = page(RequestFor.revision("17", "nowhere"));

        assertTrue(page.contains("The publish was refused before there was a plan."));
        assertFalse(page.contains("<svg"));
        assertTrue(facts(page).contains("revision: none or several"));
    }

    @Test
    void aDryRunShowsThePlan() throws IOException {
        String page = page(RequestFor.revision("17", "all").dryRun());

        assertTrue(page.contains("Dry run: nothing was written."));
        assertTrue(page.contains("<title>Revision 17 (to be published)</title>"));
        assertEquals(
                "production | " + LONG + " | 17 | " + LONG + " | to be published",
                rows(page).get(0));
    }

    @Test
    void aRollbackToSeveralRevisionsMarksEachRevisionAsWanted() throws IOException {
        String page =
                altered("{'revision':null,'simulated':true,'rollback':{'production':" + runs("18") + "},'calls':[],"
                        + "'environments':[{'name':'staging','before':" + runs("18") + ",'wanted':" + runs("16")
                        + ",'after':" + runs("16") + ",'outcome':'published'},"
                        + "{'name':'production','before':" + runs("18") + ",'wanted':" + runs("17") + ",'after':"
                        + runs("17") + ",'outcome':'published'}]}");

        assertTrue(page.contains("Revision 16 (wanted)") && page.contains("Revision 17 (wanted)"));
        assertTrue(page.contains("Rehearsal: the service was simulated."));
        assertTrue(page.contains("The service was not called."));
        assertTrue(facts(page).contains("rollback: 18 in production"));
    }

    @Test
    void thePageSaysWhatIsNotKnown() throws IOException {
        String page = altered("{'result':'failed','failure':'Lost.','environments':[" + "{'name':'staging','before':"
                + UNKNOWN + ",'wanted':" + runs("17") + ",'after':" + UNKNOWN + ",'outcome':'unknown'}]}");

        assertEquals(
                "staging | what is not known | 17 | what is not known | not known",
                rows(page).get(0));
        assertEquals(2, page.split("What runs here is not known", -1).length - 1);
    }

    @Test
    void anEmptyEnvironmentHasAHyphenInThePicture() throws IOException {
        account = new FakeRoutines(FakeRoutines.running("staging="));

        String page = page(RequestFor.revision("17", "staging"));

        assertEquals("staging | nothing | 17 | 17 | published", rows(page).get(0));
        assertTrue(page.contains("<title>Nothing runs</title>"));
    }

    @Test
    void thePictureAndTheTableShowShares() throws IOException {
        account = new FakeRoutines(FakeRoutines.running("production=16:10+18:90"));

        String page = page(RequestFor.revision("18", "production"));

        assertEquals(
                "production | 18 (90 %) and 16 (10 %) | 18 | 18 | published",
                rows(page).get(0));
        assertTrue(page.contains("<title>Revision 18 (90 %) and 16 (10 %)</title>"));
        assertTrue(page.contains(">90 / 10 %</text>"));
    }

    @ParameterizedTest
    @CsvSource({"publish.json, publish.html", "outcome, outcome.html", "page.html, page.html.html"})
    void thePageIsInTheDirectoryOfTheReportAndHasAnotherName(String report, String page) {
        assertEquals(Path.of("a", page), HtmlReport.beside(Path.of("a", report)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{'routine':null}",
                "{'failure':'but'}",
                "{'environments':[null]}",
                "{'calls':[null]}",
                "{'probes':[null]}",
                "{'probes':[{'held':true}]}",
                "{'probes':[{'url':'https://example.com/','held':true,'flaw':'the status is 404'}]}",
                "{'probes':[{'url':'https://example.com/','held':false}]}",
                "{'environments':[{'name':'staging','outcome':'done'}]}",
                "{'environments':[{'name':'staging','outcome':'planned'}]}",
                "{'rollback':{'staging':null}}",
                "{'rollback':{'staging':'18'}}",
                "{'rollback':{'staging':{'state':'split','revision':null,'shares':{'18':90},'words':'18'}}}",
                "{'rollback':{'staging':{'state':'lost','revision':null,'shares':{},'words':'lost'}}}",
                "{'rollback':{'staging':{'state':'nothing','revision':'18','shares':{},'words':'nothing'}}}",
                "{'rollback':{'staging':{'state':'nothing'}}}",
                "{'next':null}",
                "{'next':[null]}",
                "{'next':[{'purpose':'Roll back'}]}",
                "{'requestIds':7}"
            })
    void aFileThatIsNotAReportIsRefused(String json) throws IOException {
        Path file = directory.resolve("publish.json");
        page(RequestFor.revision("17", "staging"));
        Files.writeString(file, json.contains(":") ? changed(json) : json);

        IOException failure =
                assertThrows(IOException.class, () -> HtmlReport.write(file, directory.resolve("other.html")));

        assertEquals(
                file + " is not a report of this plugin: delete it, or set another {reportFile}", failure.getMessage());
    }

    @Test
    void thePageShowsTheProbes() throws IOException {
        String page = page(RequestFor.revision("17", "presetCanaryZhejiang").probes(probe("/"), probe("/missing")));

        assertTrue(page.contains("<h2>Probes</h2>"), page);
        assertTrue(
                rows(page)
                        .contains(
                                "https://example.com/ | 200 | 2026-11-24 11:00:00 UTC | 0.000 s | answered as expected"),
                () -> rows(page).toString());
        assertTrue(
                rows(page)
                        .contains(
                                "https://example.com/missing | 404 | 2026-11-24 11:00:00 UTC | 0.000 s | The probe https://example.com/missing failed for 0 s:"
                                        + " the status is 404 instead of 200."),
                () -> rows(page).toString());
    }

    @Test
    void thePageShowsTheMessage() throws IOException {
        ReportFixture publish = ReportFixture.of(RequestFor.revision("17", "staging"), account);

        assertTrue(Files.readString(publish.page(directory, Optional.of("Fix <title>")))
                .contains("<p class='message'>Fix &lt;title&gt;</p>"));
        assertFalse(Files.readString(publish.page(directory)).contains("<p class='message'>"));
    }

    @Test
    void aPublishWithoutProbesHasNoSectionForThem() throws IOException {
        assertFalse(page(RequestFor.revision("17", "presetCanaryZhejiang")).contains("Probes"));
    }

    private static String runs(String revision) {
        return "{'state':'revision','revision':'%1$s','shares':{'%1$s':100},'words':'%1$s'}".formatted(revision);
    }

    private static Probe probe(String path) {
        return new Probe(URI.create("https://example.com" + path), 200, Optional.empty(), Duration.ZERO);
    }

    private String page(RequestFor request) throws IOException {
        return Files.readString(ReportFixture.of(request, account).page(directory));
    }

    private String altered(String members) throws IOException {
        Path page =
                ReportFixture.of(RequestFor.revision("17", "staging"), account).page(directory);
        Path json = directory.resolve("publish.json");
        Files.writeString(json, changed(members));
        HtmlReport.write(json, page);
        return Files.readString(page);
    }

    private String changed(String members) throws IOException {
        JsonObject report = JsonParser.parseString(Files.readString(directory.resolve("publish.json")))
                .getAsJsonObject();
        JsonParser.parseString(members).getAsJsonObject().asMap().forEach(report::add);
        return report.toString();
    }

    private static List<String> rows(String page) {
        return found(page, "<tr>(<th scope='row'>.*?)</tr>", "</t[hd]><td[^>]*>", " | ");
    }

    private static List<String> facts(String page) {
        return found(page, "(<dt>.*?</dd>)", "</dt><dd>", ": ");
    }

    private static List<String> found(String page, String part, String border, String instead) {
        return Pattern.compile(part)
                .matcher(page)
                .results()
                .map(found -> found.group(1).replaceAll(border, instead).replaceAll("<[^>]*>", ""))
                .toList();
    }
}
