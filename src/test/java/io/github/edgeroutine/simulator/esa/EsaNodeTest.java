// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.esa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.edgeroutine.fixture.EsaExtension;
import io.github.edgeroutine.simulator.AccessKey;
import io.github.edgeroutine.simulator.wire.ReceivedCall;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The unchanged official client for Node uses a routine from its creation to its deletion. It signs with V3, with the
 * key of a role.
 */
class EsaNodeTest {

    private static final Path SCRIPT = Path.of("src/test/node/esa");
    private static final AccessKey KEY = new AccessKey("STS.example", "examplesecret", "STS token+/=*~");

    @RegisterExtension
    private final EsaExtension extension = new EsaExtension(KEY);

    @Test
    void usesARoutineFromCreationToDeletion() throws Exception {
        List<JsonObject> answers = NodeClient.install()
                .walk(
                        Map.of(
                                "ALIBABA_CLOUD_ACCESS_KEY_ID",
                                KEY.id(),
                                "ALIBABA_CLOUD_ACCESS_KEY_SECRET",
                                KEY.secret(),
                                "ALIBABA_CLOUD_SECURITY_TOKEN",
                                KEY.securityToken()),
                        extension.endpoint(),
                        Base64.getEncoder().encodeToString(EsaCalls.CODE),
                        Base64.getEncoder().encodeToString(EsaCalls.zip("assets/index.html")))
                .stream()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
        Map<String, String> names = Map.of(
                made(answers, 5, "codeVersion"), "FIRST",
                made(answers, 8, "codeVersion"), "SECOND",
                made(answers, 20, "CodeVersion"), "THIRD");

        assertEquals(
                Files.readString(SCRIPT.resolve("answers.txt")),
                text(answers.stream().map(EsaNodeTest::told).toList(), names));
        assertEquals(
                Files.readString(SCRIPT.resolve("calls.txt")),
                text(
                        extension.simulator().calls().stream()
                                .map(EsaNodeTest::told)
                                .toList(),
                        names));
    }

    private static String made(List<JsonObject> answers, int at, String member) {
        return answers.get(at).getAsJsonObject("body").get(member).getAsString();
    }

    /** Only the field names of a form to the store, because the values are random. */
    private static String told(ReceivedCall call) {
        return call.method() + " " + call.action() + " "
                + (call.file().isPresent()
                        ? new TreeMap<>(call.form()).keySet()
                        : new TreeMap<>(call.query()) + " " + new TreeMap<>(call.form()));
    }

    private static String told(JsonObject answer) {
        if (answer.has("code")) {
            return answer.get("action").getAsString() + ": "
                    + answer.get("code").getAsString();
        }
        String body = answer.get("body").isJsonObject()
                ? known(answer.getAsJsonObject("body"))
                : answer.get("body").getAsString();
        return answer.get("action").getAsString() + " " + answer.get("statusCode") + (body.isEmpty() ? "" : " " + body);
    }

    /** Without the values that differ each time. */
    private static String known(JsonObject body) {
        body.remove("requestId");
        body.remove("RequestId");
        if (body.has("ossPostConfig") || body.has("OssPostConfig")) {
            return String.valueOf(body.keySet());
        }
        return body.toString().replaceAll("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ", "TIME");
    }

    private static String text(List<String> lines, Map<String, String> names) {
        String text = String.join("\n", lines) + "\n";
        for (Map.Entry<String, String> each : names.entrySet()) {
            text = text.replace(each.getKey(), each.getValue());
        }
        return text;
    }
}
