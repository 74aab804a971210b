// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import static java.util.stream.Collectors.toSet;

import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of an environment, present or wanted.
 *
 * @param specName the CPU time of a request, such as {@code 50ms}; empty to keep it unchanged, or if it is not known
 * @param allowedHosts the domains that the routine serves there; empty to keep them unchanged, or if they are not known
 */
public record Setting(Optional<String> specName, Optional<List<String>> allowedHosts) {

    /** A setting without values. */
    public static final Setting NONE = new Setting(Optional.empty(), Optional.empty());

    public Setting {
        allowedHosts = allowedHosts.map(List::copyOf);
    }

    /** The values that differ from the present ones. The service may leave out an empty list of hosts. */
    Setting differenceFrom(Setting now) {
        Set<String> served = domains(now.allowedHosts().orElse(List.of()));
        return new Setting(
                specName.filter(spec -> !now.specName().equals(specName)),
                allowedHosts.filter(hosts -> !served.equals(domains(hosts))));
    }

    /** Compares like DNS: case, a dot at the end, order and repetition are ignored. */
    private static Set<String> domains(List<String> hosts) {
        return hosts.stream().map(Setting::domain).collect(toSet());
    }

    private static String domain(String host) {
        String name = host.strip().replaceFirst("\\.$", "");
        try {
            return IDN.toASCII(name).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            // A text that is not a domain equals only itself.
            return name;
        }
    }
}
