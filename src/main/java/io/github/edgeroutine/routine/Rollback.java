package io.github.edgeroutine.routine;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts environments back to earlier revisions: a publish for each revision that comes back. */
public final class Rollback {

    private final Publisher publisher;

    public Rollback(Publisher publisher) {
        this.publisher = publisher;
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
