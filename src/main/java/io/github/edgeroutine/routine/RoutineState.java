// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the service says of a routine at one moment.
 *
 * @param live every environment of the routine with the revision that runs there, empty where nothing was published yet
 * @param revisions all that are kept, newest first
 * @param settings of the environments that have any
 * @param unknown the environments of which nobody can tell what runs there, in words fit to print; those that have a
 *     usable name are in {@code live} too, with nothing
 */
public record RoutineState(
        Map<Environment, Optional<CodeRevision>> live,
        List<Revision> revisions,
        Map<Environment, Setting> settings,
        Set<String> unknown) {

    /** How many revisions the service keeps of a routine; more are refused. */
    public static final int LIMIT = 10;

    public RoutineState {
        live = Collections.unmodifiableMap(new LinkedHashMap<>(live));
        revisions = revisions.stream()
                .sorted(Comparator.comparing(Revision::number, CodeRevision.BY_AGE)
                        .reversed())
                .toList();
        settings = Map.copyOf(settings);
        unknown = Collections.unmodifiableSet(new LinkedHashSet<>(unknown));
    }

    public RoutineState(
            Map<Environment, Optional<CodeRevision>> live,
            List<Revision> revisions,
            Map<Environment, Setting> settings) {
        this(live, revisions, settings, Set.of());
    }

    public RoutineState(Map<Environment, Optional<CodeRevision>> live, List<Revision> revisions) {
        this(live, revisions, Map.of());
    }

    /** What runs in the environment; empty also for an environment that the routine does not have. */
    public Optional<CodeRevision> liveIn(Environment environment) {
        return live.getOrDefault(environment, Optional.empty());
    }

    public Setting settingOf(Environment environment) {
        return settings.getOrDefault(environment, Setting.NONE);
    }

    /** What of the wanted settings is not so yet; an environment that the routine does not have is part of it. */
    public Map<Environment, Setting> differences(Map<Environment, Setting> wanted) {
        Map<Environment, Setting> differences = new LinkedHashMap<>();
        wanted.forEach((environment, setting) -> {
            Setting difference = setting.differenceFrom(settingOf(environment));
            if (!difference.equals(Setting.NONE) || !live.containsKey(environment)) {
                differences.put(environment, difference);
            }
        });
        return differences;
    }

    /** The environments that run the revision. */
    public List<Environment> running(CodeRevision revision) {
        return live.entrySet().stream()
                .filter(each -> each.getValue().equals(Optional.of(revision)))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The newest revision that has a number; empty if there is none. */
    public Optional<CodeRevision> latest() {
        return revisions.stream()
                .map(Revision::number)
                .filter(CodeRevision::isCommitted)
                .findFirst();
    }

    /** Whether some environment, which can only be staging, runs code that is no revision yet. */
    public boolean runsUncommitted() {
        return live.values().stream().flatMap(Optional::stream).anyMatch(revision -> !revision.isCommitted());
    }

    /** Whether the revision is among those that are kept. */
    public boolean keeps(CodeRevision revision) {
        return revisions.stream().map(Revision::number).anyMatch(revision::equals);
    }

    /** The revisions with a number that an earlier state did not have, newest first. */
    public List<CodeRevision> newSince(RoutineState before) {
        return revisions.stream()
                .map(Revision::number)
                .filter(revision -> revision.isCommitted() && !before.keeps(revision))
                .toList();
    }

    /** How many more revisions the service takes; staged code is one of those that it keeps. */
    public int room() {
        boolean isStaged = runsUncommitted()
                || revisions.stream().map(Revision::number).anyMatch(revision -> !revision.isCommitted());
        long committed = revisions.stream()
                .filter(revision -> revision.number().isCommitted())
                .count();
        return (int) (LIMIT - committed - (isStaged ? 1 : 0));
    }

    /** Whether nobody can tell what runs in the environment. */
    public boolean isUnknown(Environment environment) {
        return unknown.contains(environment.name());
    }

    /** For example "18", "nothing", or "what is not known". */
    public String words(Environment environment) {
        return liveIn(environment)
                .map(CodeRevision::digits)
                .orElse(isUnknown(environment) ? "what is not known" : "nothing");
    }
}
