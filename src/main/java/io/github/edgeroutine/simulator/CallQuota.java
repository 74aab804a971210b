// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Limits the calls of an account in each second. Refused calls do not count here; the documents do not say whether they
 * do.
 */
final class CallQuota {

    private final int calls;
    private final Clock clock;
    private final Queue<Instant> admitted = new ArrayDeque<>();

    CallQuota(int calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    boolean admits() {
        Instant now = clock.instant();
        while (!admitted.isEmpty() && !admitted.peek().plusSeconds(1).isAfter(now)) {
            admitted.remove();
        }
        return admitted.size() < calls && admitted.add(now);
    }
}
