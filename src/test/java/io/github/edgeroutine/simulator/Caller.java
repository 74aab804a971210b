// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A plain HTTP client that signs with V1 itself, so that a test can make every part of a request wrong. */
public final class Caller {

    public static final Map<String, String> PUBLISH =
            Map.of("Name", "shop", "SelectCodeRevision", "1620876959997924701", "Envs", "[\"production\"]");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI endpoint;
    private final AccessKey key;
    private final String version;

    /** Calls operations of DCDN. */
    public Caller(Simulator simulator, AccessKey key) {
        this(simulator, key, "2018-01-15");
    }

    /** @param version of the API */
    public Caller(Simulator simulator, AccessKey key, String version) {
        this(simulator.endpoint(), key, version);
    }

    /** @param version of the API */
    public Caller(URI endpoint, AccessKey key, String version) {
        this.endpoint = endpoint;
        this.key = key;
        this.version = version;
    }

    public HttpResponse<String> publish() throws Exception {
        return call("PublishRoutineCodeRevision", PUBLISH);
    }

    public HttpResponse<String> call(String action, Map<String, String> form) throws Exception {
        return call(action, form, system -> {});
    }

    /** @param changes to the system parameters before they are signed; a Signature in them is sent unchanged */
    public HttpResponse<String> call(String action, Map<String, String> form, Consumer<Map<String, String>> changes)
            throws Exception {
        Map<String, String> query = signed(action, form, changes);
        return send(HttpRequest.newBuilder(endpoint.resolve("/?" + encode(query)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encode(form))));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try {
            return http.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
        } catch (HttpTimeoutException e) {
            // A missing answer must not look like a closed connection.
            throw new IllegalStateException(e);
        }
    }

    public Map<String, String> signed(String action, Map<String, String> form, Consumer<Map<String, String>> changes)
            throws Exception {
        Map<String, String> query = new TreeMap<>(Map.of(
                "Action",
                action,
                "Version",
                version,
                "Format",
                "JSON",
                "AccessKeyId",
                key.id(),
                "SignatureMethod",
                "HMAC-SHA1",
                "SignatureVersion",
                "1.0",
                "SignatureNonce",
                UUID.randomUUID().toString(),
                "Timestamp",
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()));
        if (key.securityToken() != null) {
            query.put("SecurityToken", key.securityToken());
        }
        changes.accept(query);
        query.putIfAbsent("Signature", signature(query, form));
        return query;
    }

    private String signature(Map<String, String> query, Map<String, String> form) throws Exception {
        Map<String, String> all = new TreeMap<>(query);
        all.putAll(form);
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec((key.secret() + "&").getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        byte[] digest = mac.doFinal(stringToSign(all).getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(digest);
    }

    public static String stringToSign(Map<String, String> all) {
        return "POST&%2F&" + encode(encode(new TreeMap<>(all)));
    }

    public static String encode(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    public static JsonObject json(HttpResponse<String> response) {
        return JsonParser.parseString(response.body()).getAsJsonObject();
    }
}
