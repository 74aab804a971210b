// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.esa;

import static io.github.edgeroutine.simulator.esa.EsaCalls.zip;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.edgeroutine.fixture.EsaExtension;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From the form to the version, with a clock that the test sets. */
class EsaUploadTest {

    /** Late enough for the ids of versions, which come from the clock of the machine, and for signatures. */
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    @RegisterExtension
    private final EsaExtension extension =
            new EsaExtension(EsaPlan.FREE, () -> Instant.now().plus(ahead.get()));

    private final EsaAccount account = extension.account();
    private final EsaCalls calls = new EsaCalls(extension.caller());

    @BeforeEach
    void fill() {
        account.ensure("shop", List.of());
    }

    @Test
    void returnsAFormAndAnUnusedVersion() throws Exception {
        JsonObject answer =
                calls.answer("GetRoutineStagingCodeUploadInfo", "Name", "shop", "CodeDescription", "first é");
        Map<String, String> config = EsaCalls.config(answer);
        assertEquals(
                List.of(
                        "OSSAccessKeyId",
                        "Signature",
                        "policy",
                        "callback",
                        "x:codeDescription",
                        "XOssSecurityToken",
                        "key",
                        "Url"),
                List.copyOf(config.keySet()));
        assertTrue(config.get("key").matches("sp_esa_rwa/\\w{3}/shop/unstable/routine/index.js"), config.get("key"));
        String policy = new String(Base64.getDecoder().decode(config.get("policy")), UTF_8);
        assertTrue(policy.contains("{\"expiration\":\"20"), policy);
        calls.upload(config, EsaCalls.CODE);
        calls.answer("CommitRoutineStagingCode", "Name", "shop");
        assertNotEquals(List.of(answer.get("CodeVersion").getAsString()), account.versions("shop"));
    }

    @Test
    void aCommitCreatesAVersionFromStagedCode() throws Exception {
        HttpResponse<String> response = calls.upload(calls.codeForm("shop"), EsaCalls.CODE);
        assertEquals(200, response.statusCode());
        assertEquals("{\"code\":200,\"message\":\"(simulated) the code is staged\"}", response.body());
        assertArrayEquals(EsaCalls.CODE, account.staged("shop").orElseThrow());
        assertEquals(Map.of(), account.live("shop"), "an upload leaves staging as it is");

        JsonObject answer = calls.answer("CommitRoutineStagingCode", "Name", "shop", "CodeDescription", "second é");

        String version = answer.get("CodeVersion").getAsString();
        assertTrue(version.matches("[0-9]{19}"), version);
        assertEquals(List.of("CodeVersion"), List.copyOf(answer.keySet()));
        assertEquals(List.of(version), account.versions("shop"));
        assertArrayEquals(EsaCalls.CODE, account.code("shop", version));
        assertTrue(account.staged("shop").isEmpty());
        JsonObject code = calls.answer("GetRoutineCodeVersion", "Name", "shop", "CodeVersion", version);
        assertEquals("second é", code.get("CodeDescription").getAsString());
    }

    @Test
    void keepsTheDescriptionOfTheUploadIfTheCommitHasNone() throws Exception {
        calls.upload(calls.codeForm("shop"), EsaCalls.CODE);
        String version = calls.answer("CommitRoutineStagingCode", "Name", "shop")
                .get("CodeVersion")
                .getAsString();
        assertEquals(
                "first é",
                calls.answer("GetRoutineCodeVersion", "Name", "shop", "CodeVersion", version)
                        .get("CodeDescription")
                        .getAsString());
    }

    @Test
    void refusesACommitWithoutStagedCode() throws Exception {
        assertEquals(
                "InvalidParameter: (simulated) the routine shop has no staged code",
                calls.refusal("CommitRoutineStagingCode", "Name", "shop"));
    }

    @Test
    void refusesTheFormWithoutItsToken() throws Exception {
        Map<String, String> config = calls.codeForm("shop");
        Map<String, String> without = new LinkedHashMap<>(config);
        without.remove("XOssSecurityToken");
        HttpResponse<String> response = calls.upload(without, EsaCalls.CODE);
        assertEquals(400, response.statusCode());
        assertTrue(response.body().contains("the field x-oss-security-token is missing"), response.body());
        without.put("XOssSecurityToken", "other");
        assertTrue(
                calls.upload(without, EsaCalls.CODE)
                        .body()
                        .contains("the field x-oss-security-token is not what was handed out"),
                response.body());
        assertTrue(account.staged("shop").isEmpty());
        assertEquals(200, calls.upload(config, EsaCalls.CODE).statusCode());
    }

    @ParameterizedTest
    @CsvSource({"NO_SECURITY_TOKEN, ", "EMPTY_SECURITY_TOKEN, ''"})
    void needsNoTokenIfTheFormHasNone(EsaConduct way, String token) throws Exception {
        account.conduct().behave(way);
        Map<String, String> config = calls.codeForm("shop");
        assertEquals(token, config.get("XOssSecurityToken"));
        assertEquals(200, calls.upload(config, EsaCalls.CODE).statusCode());
        account.conduct().behave();
        assertFalse(calls.codeForm("shop").get("XOssSecurityToken").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"STORE_ANSWERS_204, 204", "STORE_ANSWERS_EMPTY_200, 200"})
    void canAnswerAFormWithoutABody(EsaConduct way, int status) throws Exception {
        account.conduct().behave(way);
        HttpResponse<String> response = calls.upload(calls.codeForm("shop"), EsaCalls.CODE);
        assertEquals(status, response.statusCode());
        assertEquals("", response.body());
        assertTrue(account.staged("shop").isPresent());
    }

    @Test
    void acceptsAFormForFiveMinutes() throws Exception {
        Map<String, String> config = calls.codeForm("shop");
        Map<String, String> other = calls.codeForm("shop");
        ahead.set(Duration.ofMinutes(5).minusSeconds(10));
        assertEquals(200, calls.upload(config, EsaCalls.CODE).statusCode());
        ahead.set(Duration.ofMinutes(5).plusSeconds(1));
        HttpResponse<String> response = calls.upload(other, EsaCalls.CODE);
        assertEquals(403, response.statusCode());
        assertTrue(response.body().contains("Policy expired"), response.body());
    }

    @Test
    void countsStagedCodeAsAVersion() throws Exception {
        for (int version = 1; version <= 4; version++) {
            account.ensure("shop", String.valueOf(version), List.of());
        }
        Map<String, String> config = calls.codeForm("shop");
        calls.upload(config, EsaCalls.CODE);
        String full = "CodeVersionNumberExceedQuotaLimit: The maximum number of code versions in your plan has been"
                + " reached.";
        assertEquals(full, calls.refusal("GetRoutineStagingCodeUploadInfo", "Name", "shop"));
        assertEquals(full, calls.refusal("CreateRoutineWithAssetsCodeVersion", "Name", "shop"));
        calls.answer("CommitRoutineStagingCode", "Name", "shop");
        assertEquals(full, calls.refusal("GetRoutineStagingCodeUploadInfo", "Name", "shop"));
    }

    @Test
    void refusesACommitAtTheLimit() throws Exception {
        calls.upload(calls.codeForm("shop"), EsaCalls.CODE);
        for (int version = 1; version <= 5; version++) {
            account.ensure("shop", String.valueOf(version), List.of());
        }
        assertEquals(
                "CodeVersionNumberExceedQuotaLimit: The maximum number of code versions in your plan has been reached.",
                calls.refusal("CommitRoutineStagingCode", "Name", "shop"));
        assertTrue(account.staged("shop").isPresent());
    }

    @Test
    void aNewVersionIsInitForTheTimeThatATestSets() throws Exception {
        account.conduct().prepareFor(Duration.ofMinutes(2));
        String version = calls.version("shop");
        assertEquals("Init", status(version));
        ahead.set(Duration.ofMinutes(2));
        assertEquals("Available", status(version));
    }

    @Test
    void aVersionWithAssetsIsInitUntilItsArchiveIsUploaded() throws Exception {
        account.conduct().prepareFor(Duration.ofMinutes(2));
        JsonObject answer = calls.answer(
                "CreateRoutineWithAssetsCodeVersion",
                "Name",
                "shop",
                "CodeDescription",
                "site",
                "ExtraInfo",
                "{\"hash\":\"1\"}",
                "BuildId",
                "25801233",
                "ConfOptions",
                "{\"NotFoundStrategy\":\"SinglePageApplication\"}");
        String version = answer.get("CodeVersion").getAsString();
        assertEquals("Init", answer.get("Status").getAsString());
        Map<String, String> config = EsaCalls.config(answer);
        assertEquals(
                List.of("OSSAccessKeyId", "Signature", "Policy", "XOssSecurityToken", "Key", "Url"),
                List.copyOf(config.keySet()));
        ahead.set(Duration.ofMinutes(3));
        assertEquals("Init", status(version));

        HttpResponse<String> response = calls.upload(config, zip("assets/index.html", "routine/index.js"));

        assertEquals(204, response.statusCode());
        assertEquals("Init", status(version));
        ahead.set(Duration.ofMinutes(6));
        JsonObject info = info(version);
        info.remove("CreateTime");
        assertEquals(
                "{\"CodeVersion\":\"" + version + "\",\"CodeDescription\":\"site\",\"Status\":\"Available\","
                        + "\"ExtraInfo\":\"{\\\"hash\\\":\\\"1\\\"}\",\"BuildId\":25801233,"
                        + "\"ConfOptions\":{\"NotFoundStrategy\":\"SinglePageApplication\"},\"HasAssets\":true}",
                info.toString());
        String code = calls.answer("GetRoutineCodeVersion", "Name", "shop", "CodeVersion", version)
                .get("RoutineCode")
                .getAsString();
        assertTrue(
                new String(Base64.getDecoder().decode(code), UTF_8)
                        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>\n  <Code>NoSuchKey</Code>\n"),
                code);
        assertTrue(calls.answer("GetRoutine", "Name", "shop").get("HasAssets").getAsBoolean());
    }

    @Test
    void anArchiveWithCodeOnlyHasNoAssets() throws Exception {
        JsonObject answer = calls.answer("CreateRoutineWithAssetsCodeVersion", "Name", "shop");
        String version = answer.get("CodeVersion").getAsString();
        assertTrue(info(version).get("HasAssets").getAsBoolean());
        calls.upload(EsaCalls.config(answer), zip("routine/index.js"));
        assertEquals("Available", status(version));
        assertFalse(info(version).get("HasAssets").getAsBoolean());
        assertFalse(calls.answer("GetRoutine", "Name", "shop").get("HasAssets").getAsBoolean());
    }

    @Test
    void aVersionFailsIfItsArchiveIsUnusable() throws Exception {
        for (byte[] bytes : new byte[][] {"no archive".getBytes(UTF_8), zip(), zip("index.html")}) {
            JsonObject answer = calls.answer("CreateRoutineWithAssetsCodeVersion", "Name", "shop");
            calls.upload(EsaCalls.config(answer), bytes);
            assertEquals("Failed", status(answer.get("CodeVersion").getAsString()));
        }
    }

    @Test
    void aLateUploadDoesNotRestoreADeletedVersion() throws Exception {
        JsonObject answer = calls.answer("CreateRoutineWithAssetsCodeVersion", "Name", "shop");
        calls.answer(
                "DeleteRoutineCodeVersion",
                "Name",
                "shop",
                "CodeVersion",
                answer.get("CodeVersion").getAsString());
        assertEquals(204, calls.upload(EsaCalls.config(answer), zip("assets/a")).statusCode());
        assertEquals(List.of(), account.versions("shop"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "[]", "{\"NotFoundStrategy\":\"Home\"}", "{\"Other\":\"404Page\"}"})
    void refusesUnknownOptions(String options) throws Exception {
        assertEquals(
                "InvalidParameter: (simulated) ConfOptions must have the NotFoundStrategy SinglePageApplication or"
                        + " 404Page, but is " + options,
                calls.refusal("CreateRoutineWithAssetsCodeVersion", "Name", "shop", "ConfOptions", options));
    }

    @Test
    void refusesABuildThatIsNotANumber() throws Exception {
        assertEquals(
                "InvalidParameter: (simulated) BuildId must be a number, but is x",
                calls.refusal("CreateRoutineWithAssetsCodeVersion", "Name", "shop", "BuildId", "x"));
        calls.answer("CreateRoutineWithAssetsCodeVersion", "Name", "shop", "ConfOptions", "{}");
    }

    private String status(String version) throws Exception {
        return info(version).get("Status").getAsString();
    }

    private JsonObject info(String version) throws Exception {
        return calls.answer("GetRoutineCodeVersionInfo", "Name", "shop", "CodeVersion", version);
    }
}
