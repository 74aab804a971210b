// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

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
record UploadForm(Map<String, String> fields, byte[] file) {

    static final String FILE = "file";

    /** @param parts none if the body is not a well-formed multipart form */
    static UploadForm of(List<Part> parts) throws Refusal {
        if (parts.isEmpty()) {
            throw StoreRefusal.malformed();
        }
        Part last = parts.get(parts.size() - 1);
        if (!last.name().equals(FILE)) {
            throw StoreRefusal.fileNotLast();
        }
        Map<String, String> fields = new HashMap<>();
        for (Part part : parts.subList(0, parts.size() - 1)) {
            String name = canonical(part.name());
            if (name.equals(FILE) || fields.containsKey(name)) {
                throw StoreRefusal.repeated(name);
            }
            fields.put(name, new String(part.bytes(), StandardCharsets.UTF_8));
        }
        return new UploadForm(fields, last.bytes());
    }

    /** One known client sends this name all in lower case, and is served. */
    private static String canonical(String name) {
        return name.equals("x:codedescription") ? Ticket.DESCRIPTION : name;
    }

    /** The one that this form answers in every field. */
    Ticket ticket(Map<String, Ticket> byPolicy) throws Refusal {
        Ticket ticket = byPolicy.get(field(Ticket.POLICY));
        if (ticket == null) {
            throw StoreRefusal.unknownPolicy();
        }
        if (!agrees(ticket, Ticket.KEY_ID)) {
            throw StoreRefusal.unknownKey();
        }
        if (!agrees(ticket, Ticket.SIGNATURE)) {
            throw StoreRefusal.signatureDoesNotMatch();
        }
        for (String name : ticket.fields().keySet()) {
            if (!agrees(ticket, name)) {
                throw StoreRefusal.wrong(name);
            }
        }
        return ticket;
    }

    private boolean agrees(Ticket ticket, String name) throws Refusal {
        return ticket.fields().get(name).equals(field(name));
    }

    private String field(String name) throws Refusal {
        String value = fields.get(name);
        if (value == null) {
            throw StoreRefusal.missing(name);
        }
        return value;
    }
}
