// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.esa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.edgeroutine.simulator.Caller;
import io.github.edgeroutine.simulator.dcdn.CodeUploads;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Calls of ESA like those of a client, and their parsed answers. */
public final class EsaCalls {

    public static final byte[] CODE = CodeUploads.CODE;

    private final Caller caller;

    public EsaCalls(Caller caller) {
        this.caller = caller;
    }

    /** @param parameters name, value, name, value */
    public HttpResponse<String> call(String action, String... parameters) throws Exception {
        Map<String, String> form = new HashMap<>();
        for (int at = 0; at < parameters.length; at += 2) {
            form.put(parameters[at], parameters[at + 1]);
        }
        return caller.call(action, form);
    }

    /** The answer of a successful call, without its request id. */
    public JsonObject answer(String action, String... parameters) throws Exception {
        HttpResponse<String> response = call(action, parameters);
        assertEquals(200, response.statusCode(), response.body());
        JsonObject answer = Caller.json(response);
        String requestId = answer.remove("RequestId").getAsString();
        assertEquals(36, requestId.length());
        return answer;
    }

    /** Code and message of a refused call. */
    public String refusal(String action, String... parameters) throws Exception {
        HttpResponse<String> response = call(action, parameters);
        assertEquals(400, response.statusCode(), response.body());
        JsonObject error = Caller.json(response);
        return error.get("Code").getAsString() + ": " + error.get("Message").getAsString();
    }

    public HttpResponse<String> deploy(String routine, String environment, String shares) throws Exception {
        return call(
                "CreateRoutineCodeDeployment",
                "Name",
                routine,
                "Env",
                environment,
                "Strategy",
                "percentage",
                "CodeVersions",
                shares);
    }

    /** {@code [{"CodeVersion":"1","Percentage":80},...]}. */
    public static String shares(Object... versionsAndPercentages) {
        JsonArray list = new JsonArray();
        for (int at = 0; at < versionsAndPercentages.length; at += 2) {
            JsonObject share = new JsonObject();
            share.addProperty("CodeVersion", (String) versionsAndPercentages[at]);
            share.addProperty("Percentage", (Integer) versionsAndPercentages[at + 1]);
            list.add(share);
        }
        return list.toString();
    }

    /** The OssPostConfig of a new upload. */
    public Map<String, String> codeForm(String routine) throws Exception {
        return config(answer("GetRoutineStagingCodeUploadInfo", "Name", routine, "CodeDescription", "first é"));
    }

    public static Map<String, String> config(JsonObject answer) {
        Map<String, String> form = new LinkedHashMap<>();
        answer.getAsJsonObject("OssPostConfig")
                .entrySet()
                .forEach(each -> form.put(each.getKey(), each.getValue().getAsString()));
        return form;
    }

    /** Sends the form like the official clients: with the field names of the store, and without an empty token. */
    public HttpResponse<String> upload(Map<String, String> config, byte[] file) throws Exception {
        Map<String, String> names =
                Map.of("XOssSecurityToken", "x-oss-security-token", "Key", "key", "Policy", "policy");
        List<byte[]> parts = new ArrayList<>();
        config.forEach((name, value) -> {
            boolean isEmptyToken = name.equals("XOssSecurityToken") && value.isEmpty();
            if (!name.equals("Url") && !isEmptyToken) {
                parts.add(CodeUploads.field(names.getOrDefault(name, name), value));
            }
        });
        parts.add(CodeUploads.file(file));
        return post(config, parts);
    }

    public HttpResponse<String> post(Map<String, String> config, List<byte[]> parts) throws Exception {
        return caller.send(HttpRequest.newBuilder(URI.create(config.get("Url")))
                .header("Content-Type", CodeUploads.FORM)
                .POST(BodyPublishers.ofByteArray(CodeUploads.body(parts))));
    }

    /** Uploads and commits. */
    public String version(String routine) throws Exception {
        upload(codeForm(routine), CODE);
        return answer("CommitRoutineStagingCode", "Name", routine, "CodeDescription", "second é")
                .get("CodeVersion")
                .getAsString();
    }

    /** An archive whose entries contain their own names. */
    public static byte[] zip(String... names) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
