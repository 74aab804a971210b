// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.store;

import io.github.edgeroutine.simulator.wire.FormPart;
import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The parsed form of an upload.
 *
 * @param fields by their names
 * @param file its bytes
 */
record StoreForm(Map<String, String> fields, byte[] file) {

    static final String FILE = "file";

    /** @param parts empty if the body is not a well-formed form */
    static StoreForm of(List<FormPart> parts) throws ServiceRefusal {
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
                throw StoreRefusal.field(part.name(), "is there twice");
            }
            fields.put(name, new String(part.bytes(), StandardCharsets.UTF_8));
        }
        return new StoreForm(fields, last.bytes());
    }

    /** For the fields of the callback. One known client sends their names in lower case, and its forms are accepted. */
    private static String canonical(String name) {
        return name.startsWith("x:") ? name.toLowerCase(Locale.ROOT) : name;
    }

    /** The policy that matches this form in every field. */
    UploadPolicy policy(Map<String, UploadPolicy> byPolicy) throws ServiceRefusal {
        UploadPolicy policy = byPolicy.get(field(UploadPolicy.POLICY));
        if (policy == null) {
            throw StoreRefusal.unknownPolicy();
        }
        if (!agrees(policy, UploadPolicy.KEY_ID)) {
            throw StoreRefusal.unknownKey();
        }
        if (!agrees(policy, UploadPolicy.SIGNATURE)) {
            throw StoreRefusal.signatureDoesNotMatch();
        }
        for (String name : policy.fields().keySet()) {
            if (!agrees(policy, name)) {
                throw StoreRefusal.field(name, "is not what was handed out");
            }
        }
        return policy;
    }

    private boolean agrees(UploadPolicy policy, String name) throws ServiceRefusal {
        return policy.fields().get(name).equals(field(name));
    }

    private String field(String name) throws ServiceRefusal {
        String value = fields.get(canonical(name));
        if (value == null) {
            throw StoreRefusal.field(name, "is missing");
        }
        return value;
    }
}
