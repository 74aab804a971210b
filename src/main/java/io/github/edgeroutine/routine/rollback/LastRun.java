// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.github.edgeroutine.routine.CommaList;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.RoutineName;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a rollback undoes: everything that the last run of the selected modules wrote.
 *
 * @param parts the routines that it wrote to, each with its run
 * @param older routines of these modules that it did not write to
 */
public record LastRun(List<RoutineRun> parts, List<RoutineName> older) {

    /**
     * Finds the last run.
     *
     * @param memories of all routines of an account, {@link RunMemory#settled} if possible
     * @param modules the selected modules
     * @param named a routine whose last run counts in any case
     */
    public static LastRun of(Collection<RunMemory> memories, Set<String> modules, Optional<RoutineName> named) {
        List<RoutineRun> candidates = candidates(memories, modules, named);
        Set<String> invocations = new LinkedHashSet<>();
        candidates.stream()
                .map(RoutineRun::run)
                .max(Comparator.comparing(Run::latest))
                .ifPresent(last -> invocations.addAll(last.invocations()));
        int before;
        do {
            before = invocations.size();
            candidates.stream()
                    .filter(part -> part.isOf(invocations))
                    .forEach(part -> invocations.addAll(part.run().invocations()));
        } while (invocations.size() > before);
        return of(candidates, invocations);
    }

    /** The parts of a last run that was found earlier. */
    public static LastRun of(
            Collection<RunMemory> memories,
            Set<String> modules,
            Optional<RoutineName> named,
            Collection<String> invocations) {
        return of(candidates(memories, modules, named), invocations);
    }

    /** The last run of one routine. */
    public static LastRun of(RunMemory memory) {
        return new LastRun(
                memory.newest().map(run -> new RoutineRun(memory, run)).stream().toList(), List.of());
    }

    private static LastRun of(List<RoutineRun> candidates, Collection<String> invocations) {
        return new LastRun(
                candidates.stream().filter(part -> part.isOf(invocations)).toList(),
                candidates.stream()
                        .filter(part -> !part.isOf(invocations))
                        .map(part -> part.memory().routine())
                        .toList());
    }

    private static List<RoutineRun> candidates(
            Collection<RunMemory> memories, Set<String> modules, Optional<RoutineName> named) {
        return memories.stream()
                .flatMap(memory -> memory.runs().stream()
                        .filter(run -> named.equals(Optional.of(memory.routine()))
                                || run.modules().stream().anyMatch(modules::contains))
                        .limit(1)
                        .map(run -> new RoutineRun(memory, run)))
                .toList();
    }

    /**
     * The part for these environments.
     *
     * @param only empty for all
     * @throws GoalFailedException if it did not write to all of them
     */
    public LastRun in(Optional<Set<Environment>> only) throws GoalFailedException {
        Set<Environment> written = parts.stream()
                .flatMap(part -> part.run().changes().keySet().stream())
                .collect(toCollection(LinkedHashSet::new));
        List<String> others = only.orElse(Set.of()).stream()
                .filter(environment -> !written.contains(environment))
                .map(Environment::name)
                .sorted()
                .toList();
        if (!others.isEmpty()) {
            throw new GoalFailedException("The last run wrote to "
                    + CommaList.of(written.stream().map(Environment::name).toList()) + " of "
                    + CommaList.of(parts.stream()
                            .map(part -> "routine " + part.memory().routine())
                            .toList())
                    + ", not to " + CommaList.of(others)
                    + ", which {environments} contains. Nothing was changed. Set {codeRevision} too, or remove"
                    + " the environments.");
        }
        return touching(only);
    }

    /** Like {@link #in}, for a part of a run that was already checked completely. */
    public LastRun touching(Optional<Set<Environment>> only) {
        return new LastRun(
                parts.stream()
                        .filter(part -> only.isEmpty()
                                || part.run().changes().keySet().stream().anyMatch(only.get()::contains))
                        .toList(),
                older);
    }

    /** The part from these memories. */
    public LastRun among(Collection<RunMemory> memories) {
        return new LastRun(
                parts.stream().filter(part -> memories.contains(part.memory())).toList(), older);
    }

    /** The ids of all invocations that took part. */
    public Set<String> invocations() {
        return parts.stream().flatMap(part -> part.run().invocations().stream()).collect(toUnmodifiableSet());
    }
}
