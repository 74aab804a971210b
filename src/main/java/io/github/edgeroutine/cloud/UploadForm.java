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
 * A form of the {@link ObjectStore}, as a service handed it out.
 *
 * @param url where it goes; not yet checked
 * @param fields in the order in which they are sent, before the file
 * @param isCalledBack whether the store then calls the service back, so that only an answer with the code 200 says that the
 *     file has arrived. If it does not, any success says so that does not name another code.
 * @param kind what the file is
 */
public record UploadForm(String url, Map<String, String> fields, boolean isCalledBack, FileKind kind) {

    /** Of code. */
    public UploadForm(String url, Map<String, String> fields, boolean isCalledBack) {
        this(url, fields, isCalledBack, FileKind.CODE);
    }

    /** Of a form that is larger, the body grows. */
    private static final int ROOM_FOR_FIELDS = 16 * 1024;

    public UploadForm {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The members of an object that can be fields of a form, in their order. The map belongs to the caller. */
    public static Map<String, String> fieldsOf(JsonObject handedOut) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonElement> each : handedOut.entrySet()) {
            if (each.getValue().isJsonPrimitive()) {
                fields.put(each.getKey(), each.getValue().getAsString());
            }
        }
        return fields;
    }

    /** As {@code multipart/form-data}, the file last. */
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
