// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts environments back to earlier revisions: a publish for each revision that comes back. */
public final class Rollback {

    private final Publisher publisher;

    public Rollback(Publisher publisher) {
        this.publisher = publisher;
    }

    /**
     * What shall run where.
     *
     * @param remembered what ran before the last publish
     * @param given the revision to go back to instead
     * @param places the environments to put back
     * @return without an environment of which nothing is remembered, unless a revision is given
     */
    public static Map<Environment, CodeRevision> plan(
            Map<Environment, CodeRevision> remembered, Optional<CodeRevision> given, List<Environment> places) {
        Map<Environment, CodeRevision> plan = new LinkedHashMap<>();
        for (Environment place : places) {
            given.or(() -> Optional.ofNullable(remembered.get(place))).ifPresent(revision -> plan.put(place, revision));
        }
        return plan;
    }

    /**
     * Tries every publish, also after one failed: each environment that is back is one less to worry about.
     *
     * @param earlier at least one environment, with the revision that it shall run again
     */
    public Outcome to(
            Map<Environment, CodeRevision> earlier, RoutineName routine, boolean dryRun, Duration verifyTimeout) {
        Map<CodeRevision, List<Environment>> publishes = earlier.entrySet().stream()
                .collect(groupingBy(Map.Entry::getValue, LinkedHashMap::new, mapping(Map.Entry::getKey, toList())));
        return Outcome.together(publishes.entrySet().stream()
                .map(publish -> publisher.publish(new Wish(
                        routine,
                        new RevisionChoice.Exactly(publish.getKey()),
                        new Targets(false, publish.getValue()),
                        LeftBehind.IGNORE,
                        false,
                        dryRun,
                        verifyTimeout,
                        false,
                        List.of())))
                .toList());
    }
}
