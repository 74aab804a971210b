// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An account in its file.
 *
 * @param subdomains missing in files of earlier versions
 */
record StoredAccount(Map<String, SimulatedRoutine> routines, List<String> subdomains) {

    StoredAccount {
        subdomains = List.copyOf(Objects.requireNonNullElse(subdomains, List.of()));
        routines = new LinkedHashMap<>(routines);
        routines.values().forEach(routine -> Objects.requireNonNull(routine, "routine"));
    }
}
