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
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets a request in if the one key has signed it, its timestamp is recent, and its nonce is new. The documents do not
 * say in which order the real gateway checks this.
 */
final class RequestVerifier {

    /** The documents say 15 or 31 minutes. The shorter time finds more faults. */
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private final AccessKey key;

    /** Never emptied: a simulator does not live long enough for that to matter. */
    private final Set<String> nonces = ConcurrentHashMap.newKeySet();

    RequestVerifier(AccessKey key) {
        this.key = key;
    }

    void check(RpcRequest request) throws ServiceRefusal {
        RequestSignature signature = RequestSignature.of(request);
        if (!signature.accessKeyId().equals(key.id())) {
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
        // Last, so that only the owner of the key can use a nonce up.
        if (!nonces.add(signature.nonce())) {
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
