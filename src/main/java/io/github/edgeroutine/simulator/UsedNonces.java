// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The used nonces, separately for each key: the owner of one key cannot use the nonces of another.
 *
 * @see RequestVerifier
 */
final class UsedNonces {

    private record Nonce(String keyId, String text) {}

    private final Duration validity;
    private final Map<Nonce, Instant> used = new HashMap<>();
    private Instant nextCleaning = Instant.MIN;

    /** @param validity after this time the timestamp of a request has expired, so its nonce can be forgotten */
    UsedNonces(Duration validity) {
        this.validity = validity;
    }

    /** @return whether the nonce is new */
    synchronized boolean add(String keyId, String nonce, Instant now) {
        if (now.isAfter(nextCleaning)) {
            used.values().removeIf(time -> time.plus(validity).isBefore(now));
            nextCleaning = now.plus(validity);
        }
        return used.putIfAbsent(new Nonce(keyId, nonce), now) == null;
    }
}
