// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** An account as its file holds it. */
record StoredAccount(Map<String, SimulatedRoutine> routines) {

    StoredAccount {
        routines = new LinkedHashMap<>(routines);
        routines.values().forEach(routine -> Objects.requireNonNull(routine, "routine"));
    }
}
