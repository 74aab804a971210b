// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import static java.util.stream.Collectors.joining;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The revisions that an environment runs. It is always one revision if the service cannot split traffic.
 *
 * @param shares the percentage of the requests for each revision, from 1 to 100 and 100 in total; the largest first,
 * then the newest
 */
public record Traffic(Map<CodeRevision, Integer> shares) implements Live {

    private static final int ALL = 100;

    /** @throws IllegalArgumentException if a share is not from 1 to 100, or if their sum is not 100 */
    public Traffic {
        Map<CodeRevision, Integer> sorted = new LinkedHashMap<>();
        shares.entrySet().stream()
                .sorted(Map.Entry.<CodeRevision, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey(CodeRevision.BY_AGE.reversed())))
                .forEach(share -> sorted.put(share.getKey(), share.getValue()));
        boolean wrong = sorted.values().stream().anyMatch(percent -> percent < 1 || percent > ALL);
        if (wrong || sorted.values().stream().mapToInt(Integer::intValue).sum() != ALL) {
            throw new IllegalArgumentException("wrong shares");
        }
        shares = Collections.unmodifiableMap(sorted);
    }

    /** Every request goes to this revision. */
    public static Traffic all(CodeRevision revision) {
        return new Traffic(Map.of(revision, ALL));
    }

    @Override
    public Optional<Traffic> traffic() {
        return Optional.of(this);
    }

    @Override
    public Optional<CodeRevision> alone() {
        return shares.size() == 1 ? shares.keySet().stream().findFirst() : Optional.empty();
    }

    @Override
    public boolean runs(CodeRevision revision) {
        return shares.containsKey(revision);
    }

    @Override
    public String toString() {
        return alone().map(CodeRevision::digits)
                .orElseGet(() -> shares.entrySet().stream()
                        .map(share -> share.getKey() + " (" + share.getValue() + " %)")
                        .collect(joining(" and ")));
    }
}
