// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Lets in what is signed by the one key, fresh, and new. In which order the real gateway asks is not documented. */
final class Gate {

    /** Documents say 15 or 31 minutes; the stricter one finds more faults. */
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private final AccessKey key;
    private final Clock clock;

    /** Never emptied: a simulator does not live long enough for that to matter. */
    private final Set<String> nonces = ConcurrentHashMap.newKeySet();

    Gate(AccessKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    void check(Request request) throws Refusal {
        Signature signature = Signature.of(request);
        if (!signature.accessKeyId().equals(key.id())) {
            throw Refusal.unknownAccessKey();
        }
        demandFresh(signature.timestamp());
        if (!signature.matches(key.secret())) {
            throw Refusal.signatureDoesNotMatch(signature.stringToSign());
        }
        String token = key.securityToken() == null ? "" : key.securityToken();
        if (!Digest.same(token, signature.securityToken())) {
            throw Refusal.wrongSecurityToken();
        }
        // Last, so that only the owner of the key can use a nonce up.
        if (!nonces.add(signature.nonce())) {
            throw Refusal.nonceUsed();
        }
    }

    private void demandFresh(String timestamp) throws Refusal {
        Duration age = Duration.between(instant(timestamp).toInstant(ZoneOffset.UTC), clock.instant());
        if (age.abs().compareTo(WINDOW) > 0) {
            throw Refusal.expiredTimestamp();
        }
    }

    private static LocalDateTime instant(String timestamp) throws Refusal {
        try {
            return LocalDateTime.parse(timestamp, TIMESTAMP);
        } catch (DateTimeParseException e) {
            throw Refusal.unreadableTimestamp();
        }
    }
}
