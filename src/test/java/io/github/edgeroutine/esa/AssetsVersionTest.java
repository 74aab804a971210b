// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.esa;

import static io.github.edgeroutine.esa.EsaFixture.HELLO;
import static io.github.edgeroutine.esa.EsaFixture.NEW;
import static io.github.edgeroutine.esa.EsaFixture.OLD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.dcdn.WireFixture;
import io.github.edgeroutine.fixture.EsaExtension;
import io.github.edgeroutine.routine.Assets;
import io.github.edgeroutine.routine.Assets.NotFound;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.EdgeRoutines.Awaited;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.Revision;
import io.github.edgeroutine.routine.Revision.Readiness;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.simulator.Fault;
import io.github.edgeroutine.simulator.Simulator;
import io.github.edgeroutine.simulator.esa.EsaAccount;
import io.github.edgeroutine.simulator.esa.EsaConduct;
import io.github.edgeroutine.simulator.esa.EsaPlan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads of static files, over a real connection. */
class AssetsVersionTest {

    private static final String CREATE = "CreateRoutineWithAssetsCodeVersion";
    private static final String POLL = "GetRoutineCodeVersionInfo";
    private static final Assets FILES = assets("code", null);

    @RegisterExtension
    private final EsaExtension extension = new EsaExtension(WireFixture.KEY, EsaPlan.FREE);

    private final EsaAccount account = extension.account();
    private final Simulator service = extension.simulator();
    private final RoutineClient routines = EsaFixture.routines(extension);

    @BeforeEach
    void fillAccount() {
        account.ensure("hello", OLD.digits(), List.of());
    }

    @Test
    void aVersionIsCreatedAndWaitsForItsArchive() throws CallFailedException {
        Awaited made = create(FILES, Optional.empty());

        assertEquals(
                Map.of(
                        "Name",
                        "hello",
                        "CodeDescription",
                        "v1 ü",
                        "ExtraInfo",
                        "{\"Source\":\"edge-routine-maven-plugin\",\"ContentHash\":\"" + FILES.hash() + "\"}"),
                service.calls().get(0).form());
        Revision waiting = routines.describe(HELLO).kept(made.revision()).orElseThrow();
        assertEquals(Readiness.PREPARING, waiting.readiness());
        assertEquals(Optional.of(FILES.hash()), waiting.contentHash());
    }

    @ParameterizedTest
    @CsvSource({"SINGLE_PAGE_APPLICATION, SinglePageApplication", "PAGE_404, 404Page"})
    void theNotFoundStrategyIsSentInTheWordsOfTheService(NotFound strategy, String word) throws CallFailedException {
        create(assets(null, strategy), Optional.of(EsaFixture.STAGING));

        Map<String, String> form = service.calls().get(0).form();
        assertEquals("{\"NotFoundStrategy\":\"" + word + "\"}", form.get("ConfOptions"));
        assertEquals("staging", form.get("DeployEnv"));
    }

    @Test
    void theArchiveIsSentWithTheFieldNamesOfTheStore() throws Exception {
        Awaited made = create(FILES, Optional.empty());
        routines.upload(HELLO, made);

        assertEquals(List.of(CREATE, "PostObject", POLL), EsaFixture.actions(extension));
        Map<String, String> fields = service.calls().get(1).form();
        assertEquals(
                List.of("OSSAccessKeyId", "Signature", "key", "policy", "x-oss-security-token"),
                fields.keySet().stream().sorted().toList());
        assertEquals(
                Map.of("assets/a/b ü.css", "p {}", "assets/index.html", "hello", "routine/index.js", "code"),
                entries(account.code("hello", made.revision().digits())));
        assertEquals(
                Readiness.READY,
                routines.describe(HELLO).kept(made.revision()).orElseThrow().readiness());
    }

    @Test
    void theSameContentGivesTheSameArchive() throws IOException {
        assertArrayEquals(AssetsZip.of(FILES), AssetsZip.of(assets("code", null)));
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(AssetsZip.of(FILES)))) {
            assertEquals(LocalDateTime.of(1980, 1, 1, 0, 0), zip.getNextEntry().getTimeLocal());
        }
    }

    @Test
    void anArchiveOfFilesHasNoCode() throws IOException {
        assertFalse(entries(AssetsZip.of(assets(null, null))).containsKey("routine/index.js"));
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_SECURITY_TOKEN", "EMPTY_SECURITY_TOKEN"})
    void anEmptyOrMissingTokenIsNotSent(EsaConduct conduct) throws CallFailedException {
        account.conduct().behave(conduct);

        routines.upload(HELLO, create(FILES, Optional.empty()));

        assertFalse(service.calls().get(1).form().containsKey("x-oss-security-token"));
    }

    @Test
    void theUploadWaitsUntilTheVersionCanRun() throws CallFailedException {
        account.conduct().prepareFor(Duration.ofMillis(800));

        routines.upload(HELLO, create(FILES, Optional.empty()));

        assertEquals(
                2, EsaFixture.actions(extension).stream().filter(POLL::equals).count());
    }

    @Test
    void aVersionThatCannotBePreparedIsReported() throws CallFailedException {
        account.conduct().behave(EsaConduct.PREPARATION_FAILS);
        Awaited made = create(FILES, Optional.empty());

        CallFailedException failure = WireFixture.failure(() -> routines.upload(HELLO, made));

        assertEquals(
                "revision " + made.revision() + " was created, but the service could not prepare it",
                failure.getMessage());
        assertEquals("Delete it with edge-routine:prune, and run the goal again.", failure.remedy());
        assertEquals(
                Readiness.FAILED,
                routines.describe(HELLO).kept(made.revision()).orElseThrow().readiness());
    }

    @Test
    void aLateFormIsRefusedAndNothingIsStored() throws CallFailedException {
        Awaited made = create(FILES, Optional.empty());
        service.script("PostObject", Fault.error(403, "AccessDenied", "Invalid according to Policy: Policy expired."));

        CallFailedException failure = WireFixture.failure(() -> routines.upload(HELLO, made));

        assertTrue(
                failure.getMessage()
                        .startsWith("the object store did not accept the archive: AccessDenied," + " 'Invalid"),
                failure.getMessage());
        assertEquals(Effect.NONE, failure.effect());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'RequestId':'4711','CodeVersion':'1710120201067203242','Status':'Init'}",
                "{'RequestId':'4711','CodeVersion':'unstable','OssPostConfig':{'Url':'s','Policy':'secret'}}",
            })
    void anIncompleteAnswerIsNotPrinted(String answer) {
        service.script(EsaFixture.json(answer));

        CallFailedException failure = WireFixture.failure(() -> create(FILES, Optional.empty()));

        assertEquals("the answer of " + CREATE + " has an unknown format", failure.getMessage());
        assertEquals(Effect.UNKNOWN, failure.effect());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "'a note'",
                "{\\\"ContentHash\\\":\\\"sha256:12\\\"}",
                "{\\\"ContentHash\\\":4711}",
                "[1]",
                "{\\\"Source\\\":\\\"CLI\\\"}"
            })
    void theNotesOfOtherClientsAreNotAHash(String extraInfo) throws CallFailedException {
        service.script(
                "ListRoutineCodeVersions",
                EsaFixture.json("{'RequestId':'1','TotalCount':1,'CodeVersions':[{'CodeVersion':'" + NEW
                        + "','ExtraInfo':'" + extraInfo.replace("'", "") + "'}]}"));

        assertEquals(
                Optional.empty(),
                routines.describe(HELLO).kept(NEW).orElseThrow().contentHash());
    }

    private Awaited create(Assets assets, Optional<Environment> variablesOf) throws CallFailedException {
        return routines.create(HELLO, "v1 ü", assets, variablesOf, WireFixture.NOTHING);
    }

    private static Assets assets(String code, NotFound notFound) {
        return new Assets(
                new TreeMap<>(Map.of("index.html", "hello".getBytes(UTF_8), "a/b ü.css", "p {}".getBytes(UTF_8))),
                Optional.ofNullable(code).map(text -> text.getBytes(UTF_8)),
                Optional.ofNullable(notFound));
    }

    private static Map<String, String> entries(byte[] archive) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
            }
        }
        return entries;
    }
}
