// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One routine, immutable: every change creates a new object.
 *
 * @param description plain text; answers contain it in Base64
 * @param creationTime such as {@code 2021-05-31T13:20:14Z}
 * @param environments by name, in the order of their creation
 * @param revisions oldest first, at most {@value #REVISION_LIMIT}
 * @param staged the code without a number; {@code null} if there is no staged code
 */
record SimulatedRoutine(
        String description,
        String creationTime,
        Map<String, SimulatedEnvironment> environments,
        List<StoredRevision> revisions,
        StoredRevision staged) {

    /** From the page of UploadRoutineCode. */
    static final int REVISION_LIMIT = 10;

    SimulatedRoutine {
        Objects.requireNonNull(description, "description");
        Instant.parse(creationTime);
        environments = Collections.unmodifiableMap(new LinkedHashMap<>(environments));
        environments.values().forEach(conf -> Objects.requireNonNull(conf, "environment"));
        revisions = List.copyOf(revisions);
    }

    /** A new routine has both fixed environments and no code. */
    static SimulatedRoutine created(String creationTime) {
        Map<String, SimulatedEnvironment> environments = new LinkedHashMap<>();
        SimulatedEnvironment.FIXED.forEach(name -> environments.put(name, SimulatedEnvironment.NEW));
        return new SimulatedRoutine("", creationTime, environments, List.of(), null);
    }

    Optional<StoredRevision> revision(String id) {
        return revisions.stream().filter(held -> held.id().equals(id)).findFirst();
    }

    boolean holds(String revision) {
        return revision(revision).isPresent();
    }

    boolean runs(String revision) {
        return environments.values().stream().anyMatch(conf -> revision.equals(conf.codeRevision()));
    }

    SimulatedRoutine withEnvironments(Collection<String> names) {
        Map<String, SimulatedEnvironment> more = new LinkedHashMap<>(environments);
        names.forEach(name -> more.putIfAbsent(name, SimulatedEnvironment.NEW));
        return with(more, revisions, staged);
    }

    /** @throws IllegalStateException if the limit is reached and every revision runs in an environment */
    SimulatedRoutine withRevision(String revision, String now) {
        if (holds(revision)) {
            return this;
        }
        SimulatedRoutine roomy =
                revisions.size() < REVISION_LIMIT ? this : without(oldestIdle().id());
        return roomy.with(new StoredRevision(revision, "", now, ""));
    }

    /** The caller checks that the limit is not reached. */
    SimulatedRoutine with(StoredRevision revision) {
        List<StoredRevision> more = new ArrayList<>(revisions);
        more.add(revision);
        return with(environments, more, staged);
    }

    private StoredRevision oldestIdle() {
        return revisions.stream()
                .filter(held -> !runs(held.id()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no room for another revision: all " + REVISION_LIMIT + " run in some environment"));
    }

    SimulatedRoutine withoutEnvironments(Collection<String> names) {
        Map<String, SimulatedEnvironment> fewer = new LinkedHashMap<>(environments);
        fewer.keySet().removeAll(names);
        return with(fewer, revisions, staged);
    }

    /** The caller checks that the environments and the revision exist. */
    SimulatedRoutine running(String revision, Collection<String> names) {
        Map<String, SimulatedEnvironment> changed = new LinkedHashMap<>(environments);
        names.forEach(name -> changed.compute(name, (same, conf) -> conf.running(revision)));
        return with(changed, revisions, staged);
    }

    /** The caller checks that the revision exists. */
    SimulatedRoutine withCode(String revision, byte[] code) {
        List<StoredRevision> changed = revisions.stream()
                .map(held -> held.id().equals(revision)
                        ? new StoredRevision(revision, held.description(), held.creationTime(), code)
                        : held)
                .toList();
        return with(environments, changed, staged);
    }

    SimulatedRoutine without(String revision) {
        List<StoredRevision> fewer =
                revisions.stream().filter(held -> !held.id().equals(revision)).toList();
        return with(environments, fewer, staged);
    }

    SimulatedRoutine edited(String text, Map<String, SimulatedEnvironment> confs) {
        return new SimulatedRoutine(text, creationTime, confs, revisions, staged);
    }

    SimulatedRoutine with(
            Map<String, SimulatedEnvironment> confs, List<StoredRevision> codes, StoredRevision unstable) {
        return new SimulatedRoutine(description, creationTime, confs, codes, unstable);
    }

    List<String> ids() {
        return revisions.stream().map(StoredRevision::id).toList();
    }

    Map<String, String> live() {
        Map<String, String> live = new LinkedHashMap<>();
        environments.forEach((name, conf) -> {
            if (conf.codeRevision() != null) {
                live.put(name, conf.codeRevision());
            }
        });
        return Collections.unmodifiableMap(live);
    }
}
