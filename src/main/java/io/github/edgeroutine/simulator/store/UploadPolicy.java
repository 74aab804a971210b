// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.store;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.edgeroutine.simulator.wire.Base64Encoding;
import io.github.edgeroutine.simulator.wire.RandomText;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The permission to send one file to the store.
 *
 * @param fields the required fields of the form, in order
 * @param expires the end of the permission
 * @param receiver gets the file
 */
record UploadPolicy(Map<String, String> fields, Instant expires, FileReceiver receiver) {

    static final String KEY_ID = "OSSAccessKeyId";
    static final String SIGNATURE = "Signature";
    static final String POLICY = "policy";

    UploadPolicy {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    static UploadPolicy random(String key, Map<String, String> more, Instant expires, FileReceiver receiver) {
        String policy = Base64Encoding.encode(document(key, expires).toString());
        // No client can check it. It only has to be sent back unchanged.
        byte[] signature = new byte[20];
        new SecureRandom().nextBytes(signature);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(KEY_ID, RandomText.letters(16));
        fields.put(SIGNATURE, Base64.getEncoder().encodeToString(signature));
        fields.put(POLICY, policy);
        fields.putAll(more);
        fields.put("key", key);
        return new UploadPolicy(fields, expires, receiver);
    }

    /** Only the expiration of a policy is documented. */
    private static JsonObject document(String key, Instant expires) {
        JsonArray isKey = new JsonArray();
        List.of("eq", "$key", key).forEach(isKey::add);
        JsonArray conditions = new JsonArray();
        conditions.add(isKey);
        JsonObject policy = new JsonObject();
        policy.addProperty("expiration", expires.toString());
        policy.add("conditions", conditions);
        // Makes two policies different, even if two files have the same name.
        policy.addProperty("id", RandomText.letters(20));
        return policy;
    }

    /** The encoded policy. Each one is different. */
    String text() {
        return fields.get(POLICY);
    }
}
