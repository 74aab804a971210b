// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import io.github.edgeroutine.routine.Revision.Readiness;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the service says of a routine at one moment.
 *
 * @param live every environment of the routine with what it runs
 * @param revisions all that are kept, newest first
 * @param settings of the environments that have any
 * @param unnamed environments of which neither a usable name nor what they run is known, in words fit to print
 * @param listsStagedCode whether the list of revisions had staged code too
 * @param limit how many revisions the service keeps of the routine, staged code being one of them; empty if nobody knows
 * @param deployments the id of the deployment that put there what an environment runs, fit to print; of those alone whose id
 *     the service tells
 */
public record RoutineState(
        Map<Environment, Live> live,
        List<Revision> revisions,
        Map<Environment, Setting> settings,
        Set<String> unnamed,
        boolean listsStagedCode,
        OptionalInt limit,
        Map<Environment, String> deployments) {

    public RoutineState {
        live = Collections.unmodifiableMap(new LinkedHashMap<>(live));
        revisions = revisions.stream()
                .sorted(Comparator.comparing(Revision::number, CodeRevision.BY_AGE)
                        .reversed())
                .toList();
        settings = Map.copyOf(settings);
        unnamed = Collections.unmodifiableSet(new LinkedHashSet<>(unnamed));
        deployments = Map.copyOf(deployments);
    }

    /** Of a service whose deployments have no id. */
    public RoutineState(
            Map<Environment, Live> live,
            List<Revision> revisions,
            Map<Environment, Setting> settings,
            Set<String> unnamed,
            boolean listsStagedCode,
            OptionalInt limit) {
        this(live, revisions, settings, unnamed, listsStagedCode, limit, Map.of());
    }

    public RoutineState(Map<Environment, Live> live, List<Revision> revisions, Map<Environment, Setting> settings) {
        this(live, revisions, settings, Set.of(), false, OptionalInt.empty());
    }

    public RoutineState(Map<Environment, Live> live, List<Revision> revisions) {
        this(live, revisions, Map.of());
    }

    /** What the environment runs; nothing also if the routine does not have it. */
    public Live liveIn(Environment environment) {
        return live.getOrDefault(environment, Live.NOTHING);
    }

    /** The id of the deployment that put there what the environment runs; empty if the service does not tell. */
    public Optional<String> deploymentIn(Environment environment) {
        return Optional.ofNullable(deployments.get(environment));
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

    /** The environments that run the revision, with any share. */
    public List<Environment> running(CodeRevision revision) {
        return live.entrySet().stream()
                .filter(each -> each.getValue().runs(revision))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The newest revision that can run; empty if there is none. */
    public Optional<CodeRevision> latest() {
        return ready().map(Revision::number).findFirst();
    }

    /** The newest revision that can run and has the function variables of this environment, or of none. */
    public Optional<CodeRevision> latest(Optional<Environment> variablesOf) {
        return ready().filter(revision -> revision.variablesOf().equals(variablesOf))
                .map(Revision::number)
                .findFirst();
    }

    private Stream<Revision> ready() {
        return revisions.stream().filter(revision -> revision.readiness() == Readiness.READY);
    }

    /** What is known of the revision; empty if the list does not have it. */
    public Optional<Revision> kept(CodeRevision revision) {
        return revisions.stream().filter(each -> each.number().equals(revision)).findFirst();
    }

    /** Whether some environment, which can only be staging, runs code that is no revision yet. */
    public boolean runsStagedCode() {
        return live.values().stream().anyMatch(UnnumberedCode.class::isInstance);
    }

    /** Whether the revision is among those that are kept. */
    public boolean keeps(CodeRevision revision) {
        return kept(revision).isPresent();
    }

    /** The revisions that an earlier state did not have, newest first, but for those that can never run. */
    public List<CodeRevision> newSince(RoutineState before) {
        return revisions.stream()
                .filter(revision -> revision.readiness() != Readiness.FAILED)
                .map(Revision::number)
                .filter(revision -> !before.keeps(revision))
                .toList();
    }

    /** Whether there is staged code, which takes the place of a revision. */
    public boolean hasStagedCode() {
        return runsStagedCode() || listsStagedCode;
    }

    /** How many more revisions the service takes; empty if nobody knows how many it keeps. */
    public OptionalInt room() {
        int kept = revisions.size() + (hasStagedCode() ? 1 : 0);
        return limit.isPresent() ? OptionalInt.of(limit.getAsInt() - kept) : OptionalInt.empty();
    }

    /** Whether the service may take one more revision: it alone can tell if nobody knows how many it keeps. */
    public boolean mayHaveRoom() {
        return room().orElse(1) > 0;
    }

    /** The environments of which it is not known what they run, in words fit to print. */
    public List<String> unknown() {
        return Stream.concat(
                        live.keySet().stream()
                                .filter(environment -> !liveIn(environment).isKnown())
                                .map(Environment::name),
                        unnamed.stream())
                .toList();
    }
}
