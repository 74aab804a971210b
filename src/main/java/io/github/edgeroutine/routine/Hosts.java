// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import static java.util.stream.Collectors.toSet;

import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Domains, compared as DNS compares them: case, a dot at the end, order and repetition mean nothing. */
public final class Hosts {

    private Hosts() {}

    static Set<String> normalized(List<String> hosts) {
        return hosts.stream().map(Hosts::normalized).collect(toSet());
    }

    private static String normalized(String host) {
        String name = host.strip().replaceFirst("\\.$", "");
        try {
            return IDN.toASCII(name).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            // A text that is not a domain equals only itself.
            return name;
        }
    }
}
