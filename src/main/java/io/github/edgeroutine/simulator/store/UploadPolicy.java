// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.store;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.edgeroutine.simulator.AccessKey;
import io.github.edgeroutine.simulator.SignatureDigest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The permission to send one file to the object store.
 *
 * @param description of the code, plain text
 * @param fields what the form must bring, in the order in which it is handed out
 * @param expires the moment from which the store takes it no longer
 */
public record UploadPolicy(String routine, String description, Map<String, String> fields, Instant expires) {

    public static final String KEY_ID = "OSSAccessKeyId";
    public static final String SIGNATURE = "Signature";
    public static final String POLICY = "policy";
    public static final String DESCRIPTION = "x:codeDescription";

    public UploadPolicy {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** Of the policy only the expiration is documented, of the callback only the names of its two members. */
    public static UploadPolicy random(String routine, String description, Instant expires) {
        SecureRandom random = new SecureRandom();
        String key = routine + "." + random.nextInt(100, 1000) + "."
                + random.nextLong(10_000_000_000L, 100_000_000_000L) + ".js";
        String policy = base64(policy(key, expires).toString());
        byte[] signature = SignatureDigest.hmac("HmacSHA1", AccessKey.letters(random, 30), policy);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(KEY_ID, AccessKey.letters(random, 16));
        fields.put(SIGNATURE, Base64.getEncoder().encodeToString(signature));
        fields.put(POLICY, policy);
        fields.put("callback", base64(callback().toString()));
        fields.put(DESCRIPTION, base64(description));
        fields.put("key", key);
        return new UploadPolicy(routine, description, fields, expires);
    }

    private static JsonObject policy(String key, Instant expires) {
        JsonArray isKey = new JsonArray();
        isKey.add("eq");
        isKey.add("$key");
        isKey.add(key);
        JsonArray conditions = new JsonArray();
        conditions.add(isKey);
        JsonObject policy = new JsonObject();
        policy.addProperty("expiration", expires.toString());
        policy.add("conditions", conditions);
        return policy;
    }

    /** Nobody calls this address: the store and the service are one here. */
    private static JsonObject callback() {
        JsonObject callback = new JsonObject();
        callback.addProperty("callbackUrl", "http://er.invalid/callback");
        callback.addProperty("callbackBody", "object=${object}&codeDescription=${x:codeDescription}");
        return callback;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
