// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A form of the {@link ObjectStore}, provided by a service.
 *
 * @param url the address of the store; not yet checked
 * @param fields in the order in which they are sent, before the file
 * @param isCalledBack whether the store calls the service back after the upload. With a callback, only an answer with
 *     code 200 confirms the file. Without a callback, any success without another code confirms it.
 * @param kind the kind of the file
 */
public record UploadForm(String url, Map<String, String> fields, boolean isCalledBack, FileKind kind) {

    /** A form for code. */
    public UploadForm(String url, Map<String, String> fields, boolean isCalledBack) {
        this(url, fields, isCalledBack, FileKind.CODE);
    }

    /** The body grows if the form is larger. */
    private static final int ROOM_FOR_FIELDS = 16 * 1024;

    public UploadForm {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The members of an object that can be form fields, in the same order. The caller may change the map. */
    public static Map<String, String> fieldsOf(JsonObject handedOut) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonElement> each : handedOut.entrySet()) {
            if (each.getValue().isJsonPrimitive()) {
                fields.put(each.getKey(), each.getValue().getAsString());
            }
        }
        return fields;
    }

    /** The request body as {@code multipart/form-data}, with the file at the end. */
    byte[] body(byte[] file, String boundary) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(file.length + ROOM_FOR_FIELDS);
        fields.forEach((name, value) -> body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(UTF_8)));
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                        + kind.fileName() + "\"\r\nContent-Type: " + kind.type() + "\r\n\r\n")
                .getBytes(UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(UTF_8));
        return body.toByteArray();
    }
}
