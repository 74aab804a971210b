// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.esa;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A routine of ESA, immutable: every change creates a new object.
 *
 * @param createTime such as {@code 2024-03-11T01:23:21Z}
 * @param hasAssets whether it was created for assets
 * @param deployments of each environment that runs something
 * @param versions oldest first
 * @param staged the code without a number; {@code null} if there is no staged code
 * @param variables by environment and name
 */
record StoredRoutine(
        String description,
        String createTime,
        boolean hasAssets,
        Map<String, StoredDeployment> deployments,
        List<StoredVersion> versions,
        StoredVersion staged,
        Map<String, Map<String, StoredVariable>> variables) {

    StoredRoutine {
        Objects.requireNonNull(description, "description");
        Instant.parse(createTime);
        deployments = Collections.unmodifiableMap(new LinkedHashMap<>(deployments));
        deployments.values().forEach(each -> Objects.requireNonNull(each, "deployment"));
        versions = List.copyOf(versions);
        Map<String, Map<String, StoredVariable>> copies = new HashMap<>();
        variables.forEach((environment, values) ->
                copies.put(environment, Collections.unmodifiableMap(new LinkedHashMap<>(values))));
        variables = Map.copyOf(copies);
    }

    static StoredRoutine created(String description, boolean hasAssets, Instant now) {
        return new StoredRoutine(description, now.toString(), hasAssets, Map.of(), List.of(), null, Map.of());
    }

    Optional<StoredVersion> version(String id) {
        return versions.stream().filter(held -> held.id().equals(id)).findFirst();
    }

    boolean holds(String version) {
        return version(version).isPresent();
    }

    /** Whether it has a share in an environment. */
    boolean runs(String version) {
        return deployments.values().stream().anyMatch(each -> each.shares().containsKey(version));
    }

    /** Staged code counts as a version, according to the page of the upload. */
    int kept() {
        return versions.size() + (staged == null ? 0 : 1);
    }

    List<String> ids() {
        return versions.stream().map(StoredVersion::id).toList();
    }

    Map<String, StoredVariable> variablesOf(String environment) {
        return variables.getOrDefault(environment, Map.of());
    }

    StoredRoutine deployed(String environment, StoredDeployment deployment) {
        Map<String, StoredDeployment> changed = new LinkedHashMap<>(deployments);
        changed.put(environment, deployment);
        return with(changed, versions, staged);
    }

    StoredRoutine staged(StoredVersion code) {
        return with(deployments, versions, code);
    }

    StoredRoutine added(StoredVersion version) {
        List<StoredVersion> more = new ArrayList<>(versions);
        more.add(version);
        return with(deployments, more, staged);
    }

    /** The caller checks that the version exists. */
    StoredRoutine replaced(StoredVersion version) {
        return with(
                deployments,
                versions.stream()
                        .map(held -> held.id().equals(version.id()) ? version : held)
                        .toList(),
                staged);
    }

    StoredRoutine without(String version) {
        return with(
                deployments,
                versions.stream().filter(held -> !held.id().equals(version)).toList(),
                staged);
    }

    /** Keeps at most this number of versions without a share, the newest ones. */
    StoredRoutine within(int limit) {
        StoredRoutine smaller = this;
        while (smaller.versions().size() > limit) {
            smaller = smaller.without(smaller.oldestIdle());
        }
        return smaller;
    }

    private String oldestIdle() {
        return ids().stream()
                .filter(id -> !runs(id))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("no room for another version: all run in some environment"));
    }

    StoredRoutine withVariables(String environment, Map<String, StoredVariable> values) {
        Map<String, Map<String, StoredVariable>> changed = new HashMap<>(variables);
        changed.put(environment, values);
        return new StoredRoutine(description, createTime, hasAssets, deployments, versions, staged, changed);
    }

    private StoredRoutine with(
            Map<String, StoredDeployment> running, List<StoredVersion> codes, StoredVersion unstable) {
        return new StoredRoutine(description, createTime, hasAssets, running, codes, unstable, variables);
    }
}
