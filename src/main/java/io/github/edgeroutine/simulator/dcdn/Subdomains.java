// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The subdomains of an account, in the order of their creation. The real ones are unique in all accounts and cannot be
 * renamed. The effect of a second call is not documented: here it adds to the first.
 */
final class Subdomains {

    /** From the page of the console. */
    private static final String NAME = "[a-z0-9-]{2,}";

    private final Set<String> names;

    Subdomains(Collection<String> names) {
        this.names = new LinkedHashSet<>(names);
    }

    /** Adds all of them or none. */
    synchronized void add(Collection<String> more) throws ServiceRefusal {
        for (String name : more) {
            if (!name.matches(NAME)) {
                throw DcdnRefusal.generalError(
                        "(simulated) a subdomain must be at least two lowercase letters, digits and hyphens, but is "
                                + name);
            }
        }
        names.addAll(more);
    }

    synchronized List<String> all() {
        return List.copyOf(names);
    }
}
