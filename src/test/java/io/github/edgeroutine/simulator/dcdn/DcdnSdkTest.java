// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.aliyuncs.auth.SignatureVersion;
import com.aliyuncs.exceptions.ClientException;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.edgeroutine.fixture.SimulatorExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The unchanged official client for Java uses a routine from its creation to its deletion. */
class DcdnSdkTest {

    private static final String OK = "{\"Status\":\"OK\"}";
    private static final String CANARY =
            "{\"presetCanaryHebei\":{\"SpecName\":\"5ms\",\"AllowedHosts\":[\"a.example\"]}}";

    @RegisterExtension
    private final SimulatorExtension extension = new SimulatorExtension();

    private final DcdnAccount account = extension.account();

    @ParameterizedTest
    @EnumSource
    void usesARoutineFromCreationToDeletion(SignatureVersion signature) throws Exception {
        assertEquals(OK, call(signature, "SetRoutineSubdomain", Map.of("Subdomains", "[\"shop-test\"]")));
        assertEquals("{\"Specs\":[\"5ms\",\"50ms\",\"100ms\"]}", call(signature, "DescribeRoutineSpec", Map.of()));
        String canaries = call(signature, "DescribeRoutineCanaryEnvs", Map.of());
        assertEquals(
                35,
                JsonParser.parseString(canaries)
                        .getAsJsonObject()
                        .getAsJsonArray("Envs")
                        .size());

        assertEquals(OK, call(signature, "CreateRoutine", Map.of("Name", "hello")));
        call(signature, "EditRoutineConf", Map.of("Name", "hello", "EnvConf", CANARY));
        assertEquals(
                "{\"Domains\":[\"a.example\"]}",
                call(signature, "DescribeRoutineRelatedDomains", Map.of("Name", "hello")));
        String revision = upload(signature);
        String environments = "[\"production\",\"presetCanaryHebei\"]";
        assertEquals(
                "{\"CodeRevision\":\"" + revision + "\"}",
                call(
                        signature,
                        "PublishRoutineCodeRevision",
                        Map.of("Name", "hello", "SelectCodeRevision", revision, "Envs", environments)));
        assertEquals(Map.of("production", revision, "presetCanaryHebei", revision), account.live("hello"));

        ClientException refusal = assertThrows(
                ClientException.class,
                () -> call(signature, "DeleteRoutineConfEnvs", Map.of("Name", "hello", "Envs", environments)));
        assertEquals("EdgeRoutine.GeneralError", refusal.getErrCode());
        assertEquals(
                OK,
                call(signature, "DeleteRoutineConfEnvs", Map.of("Name", "hello", "Envs", "[\"presetCanaryHebei\"]")));
        assertEquals(Map.of("production", revision), account.live("hello"));
        assertEquals(OK, call(signature, "DeleteRoutine", Map.of("Name", "hello")));
        assertEquals(
                "{\"Routines\":[],\"Subdomains\":[\"shop-test\"]}",
                call(signature, "DescribeRoutineUserInfo", Map.of()));
    }

    private String upload(SignatureVersion signature) throws Exception {
        JsonObject content = JsonParser.parseString(
                        call(signature, "UploadRoutineCode", Map.of("Name", "hello", "CodeDescription", "d é")))
                .getAsJsonObject();
        String revision = content.get("CodeRevision").getAsString();
        Map<String, String> form = CodeUploads.form(content);
        assertEquals(List.of(), account.revisions("hello"));
        assertEquals(
                200,
                new CodeUploads(extension.caller())
                        .post(form, CodeUploads.parts(form))
                        .statusCode());
        assertEquals(List.of(revision), account.revisions("hello"));
        assertArrayEquals(CodeUploads.CODE, account.code("hello", revision));
        return revision;
    }

    private String call(SignatureVersion signature, String action, Map<String, String> parameters)
            throws ClientException {
        return extension
                .officialClient()
                .call(signature, action, parameters)
                .get("Content")
                .toString();
    }
}
