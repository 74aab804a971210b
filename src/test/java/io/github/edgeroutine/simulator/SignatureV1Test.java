// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.simulator.wire.PercentEncoding;
import io.github.edgeroutine.simulator.wire.RawRequest;
import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A test vector that the SDK created and Python confirmed. */
class SignatureV1Test {

    private static final Map<String, String> QUERY = Map.ofEntries(
            Map.entry("AccessKeyId", "LTAIexampleid"),
            Map.entry("SecurityToken", "STStokenexample"),
            Map.entry("Action", "PublishRoutineCodeRevision"),
            Map.entry("Format", "JSON"),
            Map.entry("Version", "2018-01-15"),
            Map.entry("RegionId", "cn-hangzhou"),
            Map.entry("SignatureMethod", "HMAC-SHA1"),
            Map.entry("SignatureVersion", "1.0"),
            Map.entry("SignatureNonce", "a51c48133616fcb9cb1fcc1c9fe4109c"),
            Map.entry("Timestamp", "2026-11-24T08:45:36Z"),
            Map.entry("Signature", "b70+/JvoIyjOJb1Q5zEX0E+QF3E="));
    private static final Map<String, String> FORM = Map.of(
            "Name", "ok",
            "SelectCodeRevision", "1620876959997924701",
            "Envs", "[\"production\",\"presetCanaryZhejiang\"]");

    @Test
    void matchesTheVectorOfTheReference() throws Exception {
        assertTrue(signature("POST", QUERY, FORM).matches("examplesecret"));
    }

    /** Created and confirmed in the same way. */
    @Test
    void matchesTheVectorOfEsa() throws Exception {
        Map<String, String> query = new LinkedHashMap<>(QUERY);
        query.put("Action", "PublishRoutineCodeVersion");
        query.put("Version", "2024-09-10");
        query.put("SignatureNonce", "8c824f03a6c7cc14039fdfc6ecb9b1d6");
        query.put("Timestamp", "2026-11-25T02:36:35Z");
        query.put("Signature", "ARME2f8zMajsoRqgQ0oHIGc8+8M=");
        Map<String, String> form = Map.of("Name", "hello", "Env", "production", "CodeVersion", "1710120201067203242");
        assertTrue(signature("POST", query, form).matches("examplesecret"));
    }

    @Test
    void acceptsParametersInTheQueryOrTheBody() throws Exception {
        Map<String, String> all = new LinkedHashMap<>(QUERY);
        all.putAll(FORM);
        assertTrue(signature("POST", all, Map.of()).matches("examplesecret"));
        assertTrue(signature("POST", Map.of(), all).matches("examplesecret"));
    }

    @Test
    void doesNotMatchAnotherSecretMethodOrParameter() throws Exception {
        assertFalse(signature("POST", QUERY, FORM).matches("examplesecreT"));
        assertFalse(signature("GET", QUERY, FORM).matches("examplesecret"));
        Map<String, String> changed = new LinkedHashMap<>(FORM);
        changed.put("SelectCodeRevision", "1620876959997924702");
        assertFalse(signature("POST", QUERY, changed).matches("examplesecret"));
    }

    @Test
    void encodesAsInRfc3986() {
        assertEquals(
                "a=%20%2A~-_.%2B%2F%3D&b=%E6%9C%AC", PercentEncoding.canonical(Map.of("b", "本", "a", " *~-_.+/=")));
    }

    private static RequestSignature signature(String method, Map<String, String> query, Map<String, String> form)
            throws ServiceRefusal {
        RawRequest raw = new RawRequest(
                method,
                "/",
                query,
                Map.of("content-type", "application/x-www-form-urlencoded"),
                PercentEncoding.canonical(form).getBytes(StandardCharsets.UTF_8),
                URI.create("http://127.0.0.1:1"),
                Instant.EPOCH,
                1);
        return RequestSignature.of(RpcRequest.of(raw));
    }
}
