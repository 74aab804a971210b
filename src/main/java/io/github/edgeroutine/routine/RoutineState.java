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
 * The state of a routine at one moment, as the service shows it.
 *
 * @param live every environment of the routine with what it runs
 * @param revisions all that are kept, newest first
 * @param settings of the environments that have any
 * @param unnamed environments without a usable name, whose revisions are not known; can be printed
 * @param listsStagedCode whether the list of revisions also contained staged code
 * @param limit how many revisions the service keeps of the routine, including staged code; empty if it is not known
 * @param deployments the id of the deployment for each environment, can be printed; without the environments whose
 * id the service does not show
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

    /** For a service whose deployments have no id. */
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

    /** What the environment runs; also nothing if the routine does not have this environment. */
    public Live liveIn(Environment environment) {
        return live.getOrDefault(environment, Live.NOTHING);
    }

    /** The id of the deployment that runs in the environment; empty if the service does not show it. */
    public Optional<String> deploymentIn(Environment environment) {
        return Optional.ofNullable(deployments.get(environment));
    }

    public Setting settingOf(Environment environment) {
        return settings.getOrDefault(environment, Setting.NONE);
    }

    /**
     * The wanted settings that the routine does not have yet. An environment that the routine does not have is
     * included.
     */
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

    /** The newest revision that can run; empty without such a revision. */
    public Optional<CodeRevision> latest() {
        return ready().map(Revision::number).findFirst();
    }

    /** The newest revision that can run and has the function variables of this environment, or no variables. */
    public Optional<CodeRevision> latest(Optional<Environment> variablesOf) {
        return ready().filter(revision -> revision.variablesOf().equals(variablesOf))
                .map(Revision::number)
                .findFirst();
    }

    private Stream<Revision> ready() {
        return revisions.stream().filter(revision -> revision.readiness() == Readiness.READY);
    }

    /** The details of the revision; empty if it is not in the list. */
    public Optional<Revision> kept(CodeRevision revision) {
        return revisions.stream().filter(each -> each.number().equals(revision)).findFirst();
    }

    /** Whether an environment runs staged code. This can only be staging. */
    public boolean runsStagedCode() {
        return live.values().stream().anyMatch(UnnumberedCode.class::isInstance);
    }

    /** Whether the revision is among those that are kept. */
    public boolean keeps(CodeRevision revision) {
        return kept(revision).isPresent();
    }

    /** The revisions that an earlier state did not have, newest first, without those that can never run. */
    public List<CodeRevision> newSince(RoutineState before) {
        return revisions.stream()
                .filter(revision -> revision.readiness() != Readiness.FAILED)
                .map(Revision::number)
                .filter(revision -> !before.keeps(revision))
                .toList();
    }

    /** Whether there is staged code, which counts as one revision. */
    public boolean hasStagedCode() {
        return runsStagedCode() || listsStagedCode;
    }

    /** How many more revisions the service accepts; empty if its limit is not known. */
    public OptionalInt room() {
        int kept = revisions.size() + (hasStagedCode() ? 1 : 0);
        return limit.isPresent() ? OptionalInt.of(limit.getAsInt() - kept) : OptionalInt.empty();
    }

    /** Whether the service may accept one more revision; true if its limit is not known. */
    public boolean mayHaveRoom() {
        return room().orElse(1) > 0;
    }

    /** The environments with unknown revisions; can be printed. */
    public List<String> unknown() {
        return Stream.concat(
                        live.keySet().stream()
                                .filter(environment -> !liveIn(environment).isKnown())
                                .map(Environment::name),
                        unnamed.stream())
                .toList();
    }
}
