// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import static io.github.edgeroutine.routine.FakeRoutines.fails;
import static io.github.edgeroutine.routine.FakeRoutines.failsAfter;
import static io.github.edgeroutine.routine.FakeRoutines.failure;
import static io.github.edgeroutine.routine.FakeRoutines.truth;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.Traffic;
import io.github.edgeroutine.routine.choice.RevisionChoice;
import io.github.edgeroutine.routine.health.Probe;
import io.github.edgeroutine.routine.publish.RequestFor;
import io.github.edgeroutine.routine.rollback.MemoryFixture;
import io.github.edgeroutine.routine.rollback.RunMemory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every report of these tests is checked with the published schema. */
class JsonReportTest {

    private static final String LONG = "1620876959997924701";
    private static final CallFailedException LOST = failure(Reason.UNANSWERED, Effect.UNKNOWN);
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static String schemaText;
    private static Schema schema;

    @TempDir
    private Path directory;

    private FakeRoutines account =
            new FakeRoutines(FakeRoutines.running("staging=unstable", "production=" + LONG, "presetCanaryZhejiang=16"));

    private Optional<String> message = Optional.empty();
    private RunMemory memory = RunMemory.none(new RoutineName("hello"));

    @BeforeAll
    static void readSchema() throws IOException {
        schemaText = Files.readString(Path.of("src/site/resources/publish.schema.json"));
        schema = SCHEMAS.getSchema(schemaText);
    }

    @Test
    void theSchemaIsAValidSchema() {
        Schema schemaOfSchemas = SCHEMAS.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertEquals(List.of(), schemaOfSchemas.validate(schemaText, InputFormat.JSON));
        assertFalse(schemaOfSchemas
                .validate("{\"type\":\"text\"}", InputFormat.JSON)
                .isEmpty());
    }

    /** A report must not have more or fewer members than the schema. */
    @Test
    void theSchemaRequiresExactlyTheMembersThatItDescribes() {
        JsonObject whole = JsonParser.parseString(schemaText).getAsJsonObject();
        JsonObject parts = whole.getAsJsonObject("$defs");

        for (JsonObject each : List.of(
                whole,
                parts.getAsJsonObject("environment"),
                parts.getAsJsonObject("live"),
                parts.getAsJsonObject("probe"),
                parts.getAsJsonObject("step"),
                parts.getAsJsonObject("call"))) {
            JsonArray members = new JsonArray();
            each.getAsJsonObject("properties").keySet().forEach(members::add);
            assertEquals(members, each.get("required"));
            assertFalse(each.get("additionalProperties").getAsBoolean());
            each.getAsJsonObject("properties")
                    .asMap()
                    .forEach((member, about) ->
                            assertTrue(about.getAsJsonObject().has("description"), member));
        }
    }

    @Test
    void theReportHasWhatARollbackWouldRestore() throws IOException {
        memory = MemoryFixture.run(
                "staging: 16 -> 17", "production: - -> 17", "presetCanaryZhejiang: 18:90+16:10 -> 17");

        assertEquals(
                "{staging=16, presetCanaryZhejiang=18 (90 %) and 16 (10 %)}",
                report(RequestFor.revision("18", "staging")).getAsJsonObject("rollback").asMap().entrySet().stream()
                        .collect(toMap(
                                Map.Entry::getKey, each -> words(each.getValue()), (a, b) -> a, LinkedHashMap::new))
                        .toString());
    }

    /** As if the file system is full. */
    @Test
    void theOldReportStaysIfTheNewOneCannotBeWritten() throws IOException {
        written(RequestFor.revision("16", "presetCanaryZhejiang"));
        String old = Files.readString(file());
        Path beside = file().resolveSibling("publish.json."
                + ProcessHandle.current().pid() + "-" + Thread.currentThread().getId() + ".part");
        Files.createDirectories(beside.resolve("in the way"));

        assertThrows(IOException.class, () -> written(RequestFor.revision("17", "staging")));

        assertEquals(old, Files.readString(file()));
    }

    @Test
    void theReportHasAWholePublish() throws IOException {
        assertEquals("""
                {
                  "schemaVersion": 3,
                  "plugin": "0.1.0",
                  "endpoint": "https://dcdn.aliyuncs.com",
                  "simulated": false,
                  "dryRun": false,
                  "routine": "hello",
                  "asked": "the revision that production runs of routine hello in staging, production",
                  "message": null,
                  "revision": "1620876959997924701",
                  "result": "published",
                  "failure": null,
                  "environments": [
                    {
                      "name": "staging",
                      "before": {
                        "state": "unnumbered",
                        "revision": null,
                        "shares": {},
                        "words": "unstable"
                      },
                      "wanted": {
                        "state": "revision",
                        "revision": "1620876959997924701",
                        "shares": {
                          "1620876959997924701": 100
                        },
                        "words": "1620876959997924701"
                      },
                      "after": {
                        "state": "revision",
                        "revision": "1620876959997924701",
                        "shares": {
                          "1620876959997924701": 100
                        },
                        "words": "1620876959997924701"
                      },
                      "outcome": "published",
                      "deployment": null
                    },
                    {
                      "name": "production",
                      "before": {
                        "state": "revision",
                        "revision": "1620876959997924701",
                        "shares": {
                          "1620876959997924701": 100
                        },
                        "words": "1620876959997924701"
                      },
                      "wanted": {
                        "state": "revision",
                        "revision": "1620876959997924701",
                        "shares": {
                          "1620876959997924701": 100
                        },
                        "words": "1620876959997924701"
                      },
                      "after": {
                        "state": "revision",
                        "revision": "1620876959997924701",
                        "shares": {
                          "1620876959997924701": 100
                        },
                        "words": "1620876959997924701"
                      },
                      "outcome": "up-to-date",
                      "deployment": null
                    },
                    {
                      "name": "presetCanaryZhejiang",
                      "before": {
                        "state": "revision",
                        "revision": "16",
                        "shares": {
                          "16": 100
                        },
                        "words": "16"
                      },
                      "wanted": null,
                      "after": {
                        "state": "revision",
                        "revision": "16",
                        "shares": {
                          "16": 100
                        },
                        "words": "16"
                      },
                      "outcome": "left-behind",
                      "deployment": null
                    }
                  ],
                  "probes": [],
                  "rollback": {},
                  "next": [],
                  "calls": [
                    {
                      "operation": "describe",
                      "started": "2026-11-24T11:00:00Z",
                      "durationMillis": 0,
                      "requestIds": [
                        "READ-1"
                      ],
                      "failure": null
                    },
                    {
                      "operation": "publish",
                      "started": "2026-11-24T11:00:00Z",
                      "durationMillis": 0,
                      "requestIds": [
                        "A513734D"
                      ],
                      "failure": null
                    },
                    {
                      "operation": "describe",
                      "started": "2026-11-24T11:00:00Z",
                      "durationMillis": 0,
                      "requestIds": [
                        "READ-2"
                      ],
                      "failure": null
                    }
                  ],
                  "attempts": 1,
                  "requestIds": [
                    "A513734D"
                  ],
                  "started": "2026-11-24T11:00:00Z",
                  "ended": "2026-11-24T11:00:01.234Z",
                  "durationMillis": 1234
                }
                """, written(RequestFor.revision("@production", "staging", "production")));
    }

    @Test
    void theReportHasTheShareOfEachRevision() throws IOException {
        account = new FakeRoutines(FakeRoutines.running("production=16:10+18:90"));

        JsonObject report = report(RequestFor.revision("18", "production"));

        assertEquals("[\"production 18 (90 %) and 16 (10 %) 18 18 published\"]", places(report));
        assertEquals(
                JsonParser.parseString("""
                        {"state":"split","revision":null,"shares":{"18":90,"16":10},"words":"18 (90 %) and 16 (10 %)"}"""),
                report.getAsJsonArray("environments").get(0).getAsJsonObject().get("before"));
    }

    @Test
    void theRevisionIsNullIfThereAreSeveralAndNewBeforeAnUpload() throws IOException {
        Traffic traffic = FakeRoutines.live("16:20+18:80").traffic().orElseThrow();

        assertTrue(report(RequestFor.choice(RevisionChoice.of(traffic), "production"))
                .get("revision")
                .isJsonNull());
        assertEquals(
                "new",
                report(RequestFor.choice(new RevisionChoice.ToCome(), "production")
                                .dryRun())
                        .get("revision")
                        .getAsString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'state':'revision','revision':'18','shares':{'18':90},'words':'18'}",
                "{'state':'revision','revision':null,'shares':{'18':100},'words':'18'}",
                "{'state':'split','revision':null,'shares':{'18':100},'words':'18'}",
                "{'state':'split','revision':'18','shares':{'18':90,'16':10},'words':'18'}",
                "{'state':'nothing','revision':null,'shares':{'18':100},'words':'18'}",
                "{'state':'unnumbered','revision':null,'shares':{'unstable':100},'words':'unstable'}",
                "{'state':'lost','revision':null,'shares':{},'words':'lost'}",
                "null"
            })
    void theSchemaRefusesAnInvalidLiveObject(String live) throws IOException {
        JsonObject report = report(RequestFor.revision("17", "staging"));
        report.getAsJsonArray("environments").get(0).getAsJsonObject().add("before", JsonParser.parseString(live));

        assertFalse(errors(report.toString()).isEmpty());
    }

    @Test
    void anUpToDatePublishHasNoWrite() throws IOException {
        JsonObject report = report(RequestFor.revision("16", "presetCanaryZhejiang"));

        assertEquals("up-to-date", report.get("result").getAsString());
        assertEquals(0, report.get("attempts").getAsInt());
        assertEquals(new JsonArray(), report.get("requestIds"));
        assertEquals("[\"presetCanaryZhejiang 16 16 16 up-to-date\"]", places(report));
    }

    @Test
    void aDryRunHasAPlan() throws IOException {
        JsonObject report = report(RequestFor.revision("17", "all").dryRun());

        assertEquals("planned", report.get("result").getAsString());
        assertTrue(report.get("dryRun").getAsBoolean());
        assertEquals(
                "[\"production " + LONG + " 17 " + LONG + " planned\",\"presetCanaryZhejiang 16 17 16 planned\"]",
                places(report));
    }

    @Test
    void aPublishThatCannotBeReadBackIsAccepted() throws IOException {
        CallFailedException denied =
                new CallFailedException("Forbidden.RAM, 'no'", Reason.DENIED, Effect.NONE, "Grant it.");
        account.looks(fails(denied), fails(denied));

        JsonObject report = report(RequestFor.revision("17", "staging"));

        assertEquals("published", report.get("result").getAsString());
        assertEquals("[\"staging what is not known 17 17 accepted\"]", places(report));
        assertEquals(
                "Forbidden.RAM, 'no'",
                report.getAsJsonArray("calls")
                        .get(0)
                        .getAsJsonObject()
                        .get("failure")
                        .getAsString());
    }

    @Test
    void aRefusedPublishHasOnlyAFailure() throws IOException {
        JsonObject report = report(RequestFor.revision("17", "nowhere"));

        assertEquals("failed", report.get("result").getAsString());
        assertTrue(report.get("failure").getAsString().startsWith("Routine hello has no environment nowhere, "));
        assertEquals(JsonNull.INSTANCE, report.get("revision"));
        assertEquals(new JsonArray(), report.get("environments"));
        assertEquals(0, report.get("attempts").getAsInt());
    }

    @Test
    void aFailureWithAnUnknownEffectMakesEachEnvironmentUnknown() throws IOException {
        account.looks(truth(), fails(LOST)).writes(failsAfter(LOST, "presetCanaryZhejiang"));

        JsonObject report = report(RequestFor.revision("17", "presetCanaryZhejiang", "staging"));

        assertEquals("failed", report.get("result").getAsString());
        assertEquals("17", report.get("revision").getAsString());
        assertTrue(report.get("failure").getAsString().contains("What is live now is not known"));
        assertEquals(
                "[\"presetCanaryZhejiang 16 17 what is not known unknown\",\"staging unstable 17 what is not known unknown\"]",
                places(report));
        assertEquals(1, report.get("attempts").getAsInt());
        assertEquals(new JsonArray(), report.get("requestIds"));
    }

    @Test
    void aRestoredPublishCountsEveryWrite() throws IOException {
        account.writes(failsAfter(LOST, "presetCanaryZhejiang"));

        JsonObject report = report(
                RequestFor.revision("17", "presetCanaryZhejiang", "staging").restoreOnFailure());

        assertEquals(
                "[\"presetCanaryZhejiang 16 17 16 restored\",\"staging unstable 17 unstable not-published\"]",
                places(report));
        assertEquals(2, report.get("attempts").getAsInt());
        assertEquals(1, report.getAsJsonArray("requestIds").size());
    }

    @Test
    void theReportHasTheCommandThatRollsThePublishBack() throws IOException {
        assertEquals(
                JsonParser.parseString("[{'purpose':'Roll back, on any machine','command':'mvn edge-routine:rollback"
                        + " {name=hello, codeRevision=16, environments=presetCanaryZhejiang}'}]"),
                report(RequestFor.revision("17", "presetCanaryZhejiang")).get("next"));
    }

    @Test
    void textIsNotChanged() throws IOException {
        account.writes(failsAfter(new CallFailedException("<b> & 'ü' = \"x\"", Reason.REFUSED, Effect.NONE, "Look.")));

        assertTrue(
                written(RequestFor.revision("17", "staging")).contains("<b> & 'ü' = \\\"x\\\". Nothing was changed."));
    }

    @Test
    void aNewReportReplacesTheOldOne() throws IOException {
        Path file = file();
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x".repeat(100_000));

        assertEquals(
                "up-to-date",
                report(RequestFor.revision("16", "presetCanaryZhejiang"))
                        .get("result")
                        .getAsString());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "endpoint, https://user@dcdn.aliyuncs.com",
                "revision, v1",
                "result, done",
                "result, failed",
                "failure, but",
                "started, 2026-11-24 11:00:00",
                "ended, 2026-11-24T11:00:00+08:00",
                "surprise, 1"
            })
    void theSchemaRefusesAnInvalidReport(String member, String value) throws IOException {
        JsonObject report = report(RequestFor.revision("17", "staging"));
        report.add(member, value == null ? JsonNull.INSTANCE : new JsonPrimitive(value));

        assertFalse(errors(report.toString()).isEmpty());
    }

    @Test
    void theReportHasTheMessage() throws IOException {
        message = Optional.of("Fix the title");

        assertEquals(
                "Fix the title",
                report(RequestFor.revision("17", "staging")).get("message").getAsString());
    }

    @Test
    void theReportHasTheProbesWithoutTheirQueries() throws IOException {
        RequestFor request = RequestFor.revision("17", "presetCanaryZhejiang")
                .probes(probe("/"), probe("/missing?token=s3cret#s3cret"));

        assertEquals(JsonParser.parseString("""
                        [
                          {"url": "https://example.com/", "held": true, "flaw": null, "status": 200, \
                        "asked": "2026-11-24T11:00:00Z", "durationMillis": 0},
                          {"url": "https://example.com/missing", "held": false, "flaw": "The probe \
                        https://example.com/missing failed for 0 s: the status is 404 instead of 200.", "status": 404, "asked": \
                        "2026-11-24T11:00:00Z", "durationMillis": 0}
                        ]"""), report(request).get("probes"));
    }

    private static Probe probe(String path) {
        return new Probe(URI.create("https://example.com" + path), 200, Optional.empty(), Duration.ZERO);
    }

    private JsonObject report(RequestFor request) throws IOException {
        return JsonParser.parseString(written(request)).getAsJsonObject();
    }

    private String written(RequestFor request) throws IOException {
        ReportFixture rehearsed = ReportFixture.of(request, account);
        new JsonReport("0.1.0", "https://dcdn.aliyuncs.com", false)
                .write(
                        file(),
                        rehearsed.outcome(),
                        message,
                        memory,
                        rehearsed.next(memory),
                        rehearsed.calls(),
                        ReportFixture.START,
                        ReportFixture.START.plusMillis(1234));
        String json = Files.readString(file());
        assertEquals(List.of(), errors(json));
        return json;
    }

    private Path file() {
        return directory.resolve("a/new/directory/publish.json");
    }

    private static List<String> errors(String json) {
        return schema.validate(json, InputFormat.JSON).stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    private static String words(JsonElement live) {
        return live.getAsJsonObject().get("words").getAsString();
    }

    /** The members of each environment in their order, without the deployment. */
    private static String places(JsonObject report) {
        JsonArray places = new JsonArray();
        for (JsonElement place : report.getAsJsonArray("environments")) {
            places.add(String.join(
                    " ",
                    place.getAsJsonObject().asMap().entrySet().stream()
                            .filter(member -> !member.getKey().equals("deployment"))
                            .map(Map.Entry::getValue)
                            .map(value -> value.isJsonObject()
                                    ? words(value)
                                    : value.isJsonNull() ? "null" : value.getAsString())
                            .toList()));
        }
        return places.toString();
    }
}
