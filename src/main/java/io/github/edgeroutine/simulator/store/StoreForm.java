// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.store;

import io.github.edgeroutine.simulator.FormPart;
import io.github.edgeroutine.simulator.ServiceRefusal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The form of an upload, taken apart.
 *
 * @param fields by the names under which they are handed out
 * @param file the code
 */
public record StoreForm(Map<String, String> fields, byte[] file) {

    public static final String FILE = "file";

    /** @param parts none if the body is not a well-formed multipart form */
    public static StoreForm of(List<FormPart> parts) throws ServiceRefusal {
        if (parts.isEmpty()) {
            throw StoreRefusal.malformed();
        }
        FormPart last = parts.get(parts.size() - 1);
        if (!last.name().equals(FILE)) {
            throw StoreRefusal.fileNotLast();
        }
        Map<String, String> fields = new HashMap<>();
        for (FormPart part : parts.subList(0, parts.size() - 1)) {
            String name = canonical(part.name());
            if (name.equals(FILE) || fields.containsKey(name)) {
                throw StoreRefusal.repeated(name);
            }
            fields.put(name, new String(part.bytes(), StandardCharsets.UTF_8));
        }
        return new StoreForm(fields, last.bytes());
    }

    /** One known client sends this name all in lower case, and is served. */
    private static String canonical(String name) {
        return name.equals("x:codedescription") ? UploadPolicy.DESCRIPTION : name;
    }

    /** The one that this form answers in every field. */
    public UploadPolicy ticket(Map<String, UploadPolicy> byPolicy) throws ServiceRefusal {
        UploadPolicy ticket = byPolicy.get(field(UploadPolicy.POLICY));
        if (ticket == null) {
            throw StoreRefusal.unknownPolicy();
        }
        if (!agrees(ticket, UploadPolicy.KEY_ID)) {
            throw StoreRefusal.unknownKey();
        }
        if (!agrees(ticket, UploadPolicy.SIGNATURE)) {
            throw StoreRefusal.signatureDoesNotMatch();
        }
        for (String name : ticket.fields().keySet()) {
            if (!agrees(ticket, name)) {
                throw StoreRefusal.wrong(name);
            }
        }
        return ticket;
    }

    private boolean agrees(UploadPolicy ticket, String name) throws ServiceRefusal {
        return ticket.fields().get(name).equals(field(name));
    }

    private String field(String name) throws ServiceRefusal {
        String value = fields.get(name);
        if (value == null) {
            throw StoreRefusal.missing(name);
        }
        return value;
    }
}
