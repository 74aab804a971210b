// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.esa;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aliyuncs.auth.SignatureVersion;
import com.aliyuncs.exceptions.ClientException;
import com.google.gson.JsonObject;
import io.github.edgeroutine.fixture.EsaExtension;
import io.github.edgeroutine.simulator.wire.ReceivedCall;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The unchanged official client for Java uses a routine from its creation to its deletion. */
class EsaSdkTest {

    @RegisterExtension
    private final EsaExtension extension = new EsaExtension();

    private final EsaAccount account = extension.account();

    @ParameterizedTest
    @EnumSource
    void usesARoutineFromCreationToDeletion(SignatureVersion signature) throws Exception {
        assertEquals("OK", text(call(signature, "CreateRoutine", "Name", "hello"), "Status"));
        String first = version(signature);
        String second = version(signature);
        assertEquals(List.of(first, second), account.versions("hello"));
        assertArrayEquals(EsaCalls.CODE, account.code("hello", second));

        String id = text(deploy(signature, EsaCalls.shares(first, 80, second, 20)), "DeploymentId");
        assertEquals(Map.of("production", Map.of(first, 80, second, 20)), account.live("hello"));
        JsonObject deployment = call(signature, "GetRoutine", "Name", "hello")
                .getAsJsonArray("Envs")
                .get(0)
                .getAsJsonObject()
                .getAsJsonObject("CodeDeploy");
        assertEquals(id, text(deployment, "DeployId"));

        ClientException refusal = assertThrows(
                ClientException.class,
                () -> call(signature, "DeleteRoutineCodeVersion", "Name", "hello", "CodeVersion", second));
        assertEquals("DependedByOthers", refusal.getErrCode());
        call(signature, "PublishRoutineCodeVersion", "Name", "hello", "Env", "production", "CodeVersion", first);
        call(signature, "DeleteRoutineCodeVersion", "Name", "hello", "CodeVersion", second);
        assertEquals(
                1,
                call(signature, "ListRoutineCodeVersions", "Name", "hello")
                        .get("TotalCount")
                        .getAsInt());
        String code =
                text(call(signature, "GetRoutineCodeVersion", "Name", "hello", "CodeVersion", first), "RoutineCode");
        assertArrayEquals(EsaCalls.CODE, Base64.getDecoder().decode(code));
        assertEquals(1, call(signature, "ListUserRoutines").get("TotalCount").getAsInt());
        assertEquals("OK", text(call(signature, "DeleteRoutine", "Name", "hello"), "Status"));
        ClientException gone =
                assertThrows(ClientException.class, () -> call(signature, "GetRoutine", "Name", "hello"));
        assertEquals("RoutineNotExist", gone.getErrCode());

        assertEquals(
                List.of(
                        "CreateRoutine",
                        "GetRoutineStagingCodeUploadInfo",
                        "PostObject",
                        "CommitRoutineStagingCode",
                        "GetRoutineStagingCodeUploadInfo",
                        "PostObject",
                        "CommitRoutineStagingCode",
                        "CreateRoutineCodeDeployment",
                        "GetRoutine",
                        "DeleteRoutineCodeVersion",
                        "PublishRoutineCodeVersion",
                        "DeleteRoutineCodeVersion",
                        "ListRoutineCodeVersions",
                        "GetRoutineCodeVersion",
                        "ListUserRoutines",
                        "DeleteRoutine",
                        "GetRoutine"),
                extension.simulator().calls().stream().map(ReceivedCall::action).toList());
        assertTrue(extension.simulator().calls().stream()
                .filter(each -> !each.action().equals("PostObject"))
                .allMatch(each -> each.headers().containsKey("authorization") == (signature == SignatureVersion.V3)));
    }

    private String version(SignatureVersion signature) throws Exception {
        JsonObject info = call(signature, "GetRoutineStagingCodeUploadInfo", "Name", "hello", "CodeDescription", "d é");
        assertEquals(
                200,
                new EsaCalls(extension.caller())
                        .upload(EsaCalls.config(info), EsaCalls.CODE)
                        .statusCode());
        return text(
                call(
                        signature,
                        "CommitRoutineStagingCode",
                        "Name",
                        "hello",
                        "CodeDescription",
                        "d é",
                        "DeployEnv",
                        "production"),
                "CodeVersion");
    }

    private JsonObject deploy(SignatureVersion signature, String shares) throws Exception {
        return call(
                signature,
                "CreateRoutineCodeDeployment",
                "Name",
                "hello",
                "Env",
                "production",
                "Strategy",
                "percentage",
                "CodeVersions",
                shares);
    }

    private JsonObject call(SignatureVersion signature, String action, String... parameters) throws ClientException {
        Map<String, String> named = new HashMap<>();
        for (int at = 0; at < parameters.length; at += 2) {
            named.put(parameters[at], parameters[at + 1]);
        }
        return extension.officialClient().call(signature, action, named);
    }

    private static String text(JsonObject answer, String name) {
        return answer.get(name).getAsString();
    }
}
