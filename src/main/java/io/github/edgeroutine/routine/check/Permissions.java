// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.check;

import io.github.edgeroutine.routine.key.Access;
import io.github.edgeroutine.routine.key.Key;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The permissions that a key needs, and those that the checks have used successfully. */
final class Permissions {

    private final Key key;
    private final Set<Access> needed = EnumSet.noneOf(Access.class);
    private final Set<Access> proved = EnumSet.noneOf(Access.class);

    Permissions(Key key, List<Intention> intentions) {
        this.key = key;
        intentions.forEach(each -> needed.addAll(each.access()));
    }

    boolean need(Access access) {
        return needed.contains(access);
    }

    void prove(Access access) {
        proved.add(access);
    }

    /**
     * The rest of a message. The permission to list names is included here. It is optional, because names are listed
     * only to explain a failure.
     */
    String policy() {
        Set<Access> all = EnumSet.copyOf(needed);
        all.add(Access.NAMES);
        return " This policy grants all permissions that the goals of this module need:" + " "
                + key.policy(names(all, each -> true));
    }

    private List<String> names(Set<Access> which, Predicate<Access> some) {
        return which.stream()
                .filter(some)
                .flatMap(access -> key.permissions(access).stream())
                .distinct()
                .toList();
    }

    @Override
    public String toString() {
        List<String> shown = names(needed, proved::contains);
        List<String> open = names(needed, each -> !proved.contains(each));
        return (shown.isEmpty()
                        ? ""
                        : "The key has the permissions that the checks used:" + " " + String.join(", ", shown) + ".")
                + (open.isEmpty()
                        ? ""
                        : " These permissions cannot be checked without a change: " + String.join(", ", open) + ".");
    }
}
