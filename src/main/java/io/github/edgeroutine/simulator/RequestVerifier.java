// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Accepts a request if the named key has signed it, its timestamp is recent, and its nonce is new. The order of these
 * checks in the real gateway is not documented.
 */
final class RequestVerifier {

    /** The documents say 15 or 31 minutes. The shorter time finds more faults. */
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private final Map<String, AccessKey> byId = new HashMap<>();
    private final UsedNonces nonces = new UsedNonces(WINDOW.multipliedBy(2));

    RequestVerifier(Collection<AccessKey> keys) {
        for (AccessKey key : keys) {
            if (byId.put(key.id(), key) != null) {
                throw new IllegalArgumentException("two keys have the id " + key.id());
            }
        }
        if (byId.isEmpty()) {
            throw new IllegalArgumentException("a simulator needs a key");
        }
    }

    void check(RpcRequest request) throws ServiceRefusal {
        RequestSignature signature = RequestSignature.of(request);
        AccessKey key = byId.get(signature.accessKeyId());
        if (key == null) {
            throw GatewayRefusal.unknownAccessKey();
        }
        demandFresh(signature.timestamp(), request.raw().time());
        if (!signature.matches(key.secret())) {
            throw GatewayRefusal.signatureDoesNotMatch(signature.stringToSign());
        }
        String token = key.securityToken() == null ? "" : key.securityToken();
        if (!SignatureDigest.same(token, signature.securityToken())) {
            throw GatewayRefusal.wrongSecurityToken();
        }
        // This check is last, so that only the owner of the key can use a nonce.
        if (!nonces.add(key.id(), signature.nonce(), request.raw().time())) {
            throw GatewayRefusal.nonceUsed();
        }
    }

    private void demandFresh(String timestamp, Instant now) throws ServiceRefusal {
        Duration age = Duration.between(instant(timestamp).toInstant(ZoneOffset.UTC), now);
        if (age.abs().compareTo(WINDOW) > 0) {
            throw GatewayRefusal.expiredTimestamp();
        }
    }

    private static LocalDateTime instant(String timestamp) throws ServiceRefusal {
        try {
            return LocalDateTime.parse(timestamp, TIMESTAMP);
        } catch (DateTimeParseException e) {
            throw GatewayRefusal.unreadableTimestamp();
        }
    }
}
