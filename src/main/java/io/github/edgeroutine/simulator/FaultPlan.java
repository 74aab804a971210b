// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * Decides which fault the next request gets. The script of its operation comes before the script for all operations.
 */
final class FaultPlan {

    /** The key for all operations: no action has an empty name. */
    static final String ANY = "";

    private final Map<String, Queue<Fault>> next = new HashMap<>();
    private final Map<String, Fault> afterwards = new HashMap<>(Map.of(ANY, Fault.NONE));

    void add(String action, Fault... faults) {
        next.computeIfAbsent(action, key -> new ArrayDeque<>()).addAll(List.of(faults));
    }

    void forever(String action, Fault fault) {
        afterwards.put(action, fault);
    }

    Fault next(String action) {
        boolean isAmongAll = isUsedUp(action) && !afterwards.containsKey(action);
        String part = isAmongAll ? ANY : action;
        return isUsedUp(part)
                ? afterwards.getOrDefault(part, Fault.NONE)
                : next.get(part).remove();
    }

    private boolean isUsedUp(String action) {
        return next.getOrDefault(action, new ArrayDeque<>()).isEmpty();
    }
}
