// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** Says which fault the next request meets. The script of its operation goes before the script for all. */
final class FaultPlan {

    /** No action has an empty name. */
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
