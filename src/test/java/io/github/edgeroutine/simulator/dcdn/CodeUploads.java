// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import com.google.gson.JsonObject;
import io.github.edgeroutine.simulator.Caller;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Uploads like a client. The form is built part by part, so that a test can make every part wrong. */
public final class CodeUploads {

    public static final String FORM = "multipart/form-data; boundary=frontier";
    public static final byte[] CODE =
            "addEventListener('fetch', e => 'é');\r\n--frontie\r\n\0".getBytes(StandardCharsets.UTF_8);

    private final Caller caller;

    public CodeUploads(Caller caller) {
        this.caller = caller;
    }

    /** The OssPostConfig of a new upload. */
    public Map<String, String> form(String routine) throws Exception {
        HttpResponse<String> response =
                caller.call("UploadStagingRoutineCode", Map.of("Name", routine, "CodeDescription", "first é"));
        return form(Caller.json(response).getAsJsonObject("Content"));
    }

    /** The OssPostConfig of this content. */
    public static Map<String, String> form(JsonObject content) {
        JsonObject config = content.getAsJsonObject("OssPostConfig");
        Map<String, String> form = new LinkedHashMap<>();
        config.entrySet()
                .forEach(each -> form.put(each.getKey(), each.getValue().getAsString()));
        return form;
    }

    public HttpResponse<String> stage(String routine) throws Exception {
        Map<String, String> form = form(routine);
        return post(form, parts(form));
    }

    public HttpResponse<String> commit(String routine) throws Exception {
        return caller.call("CommitStagingRoutineCode", Map.of("Name", routine, "CodeDescription", "second é"));
    }

    /** The parts of a correct form, with the file at the end. */
    public static List<byte[]> parts(Map<String, String> form) {
        List<byte[]> parts = new ArrayList<>();
        form.forEach((name, value) -> {
            if (!name.equals("Url")) {
                parts.add(field(name, value));
            }
        });
        parts.add(file(CODE));
        return parts;
    }

    public static byte[] field(String name, String value) {
        return ("Content-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value)
                .getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] file(byte[] code) {
        return joined(
                ("Content-Disposition: form-data; name=\"file\"; filename=\"index.js\"\r\n"
                                + "Content-Type: text/javascript\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8),
                code);
    }

    public static byte[] body(List<byte[]> parts) {
        byte[] body = new byte[0];
        for (byte[] part : parts) {
            body = joined(
                    body,
                    "--frontier\r\n".getBytes(StandardCharsets.UTF_8),
                    part,
                    "\r\n".getBytes(StandardCharsets.UTF_8));
        }
        return joined(body, "--frontier--\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] joined(byte[]... pieces) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            whole.writeBytes(piece);
        }
        return whole.toByteArray();
    }

    public HttpResponse<String> post(Map<String, String> form, List<byte[]> parts) throws Exception {
        return post(form, FORM, BodyPublishers.ofByteArray(body(parts)));
    }

    public HttpResponse<String> post(Map<String, String> form, String contentType, BodyPublisher body)
            throws Exception {
        return caller.send(HttpRequest.newBuilder(URI.create(form.get("Url")))
                .header("Content-Type", contentType)
                .POST(body));
    }
}
