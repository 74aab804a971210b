// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The nonces that may not come again. Each key has its own, so that the owner of one cannot use up those of another.
 *
 * @see RequestVerifier
 */
final class UsedNonces {

    private record Nonce(String keyId, String text) {}

    private final Duration validity;
    private final Map<Nonce, Instant> used = new HashMap<>();
    private Instant nextCleaning = Instant.MIN;

    /** @param validity after which the timestamp beside the nonce has expired in any case */
    UsedNonces(Duration validity) {
        this.validity = validity;
    }

    /** @return whether it is new */
    synchronized boolean add(String keyId, String nonce, Instant now) {
        if (now.isAfter(nextCleaning)) {
            used.values().removeIf(time -> time.plus(validity).isBefore(now));
            nextCleaning = now.plus(validity);
        }
        return used.putIfAbsent(new Nonce(keyId, nonce), now) == null;
    }
}
