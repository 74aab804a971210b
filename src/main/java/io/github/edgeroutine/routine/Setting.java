// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How an environment is set up, or shall be.
 *
 * @param specName the CPU time of a request, such as {@code 50ms}; empty to leave it alone, or if it is not known
 * @param allowedHosts the domains that the routine serves there; empty to leave them alone, or if they are not known
 */
public record Setting(Optional<String> specName, Optional<List<String>> allowedHosts) {

    /** A setting that says nothing. */
    public static final Setting NONE = new Setting(Optional.empty(), Optional.empty());

    public Setting {
        allowedHosts = allowedHosts.map(List::copyOf);
    }

    /** What of this is not so yet. The service may leave out an empty list of hosts. */
    Setting differenceFrom(Setting now) {
        Set<String> served = Hosts.normalized(now.allowedHosts().orElse(List.of()));
        return new Setting(
                specName.filter(spec -> !now.specName().equals(specName)),
                allowedHosts.filter(hosts -> !served.equals(Hosts.normalized(hosts))));
    }
}
