// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.esa;

import io.github.edgeroutine.simulator.SimulatedAccount;
import io.github.edgeroutine.simulator.SimulatedService;
import io.github.edgeroutine.simulator.account.AccountFile;
import io.github.edgeroutine.simulator.esa.StoredVersion.StoredAssets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;

/** The data of the simulated account: its routines, their versions and what each environment runs. Thread-safe. */
public final class EsaAccount implements SimulatedAccount {

    /** An account in its file. */
    private record StoredEsaAccount(Map<String, StoredRoutine> routines) {

        StoredEsaAccount {
            routines = new LinkedHashMap<>(routines);
            routines.values().forEach(routine -> Objects.requireNonNull(routine, "routine"));
        }
    }

    private final HeldRoutines routines;
    private final UploadConduct conduct = new UploadConduct();

    /** An account without routines in the free plan. */
    public EsaAccount() {
        this(EsaPlan.FREE);
    }

    /** An account without routines. */
    public EsaAccount(EsaPlan plan) {
        this(plan, Map.of());
    }

    private EsaAccount(EsaPlan plan, Map<String, StoredRoutine> routines) {
        this.routines = new HeldRoutines(plan, routines);
    }

    /**
     * The account from {@link #save}, in the free plan; an empty one if the file does not exist.
     *
     * @throws IOException if the file cannot be read or is invalid; the message names it and says what to do
     */
    public static EsaAccount load(Path file) throws IOException {
        return new EsaAccount(
                EsaPlan.FREE,
                new AccountFile<>(file, StoredEsaAccount.class)
                        .read()
                        .map(StoredEsaAccount::routines)
                        .orElse(Map.of()));
    }

    @Override
    public SimulatedService service() {
        return new SimulatedEsa(this);
    }

    /**
     * Writes the account as JSON, completely or not at all, and creates missing directories.
     *
     * @throws IOException if the file cannot be written; an existing file is then unchanged
     */
    @Override
    public void save(Path file) throws IOException {
        new AccountFile<>(file, StoredEsaAccount.class).write(new StoredEsaAccount(routines.all()));
    }

    /** Creates a missing routine with staging and production. ESA has no other environments. */
    @Override
    public void ensure(String routine, Collection<String> environments) {
        routines.ensure(routine, held -> held);
    }

    /**
     * Creates a routine and one version with empty code if they do not exist. The live versions do not change. If the
     * plan allows no more versions, the oldest one without a share is deleted.
     *
     * @param environments ignored: ESA has only staging and production
     * @throws IllegalStateException if all versions have a share, so that none can be deleted
     */
    @Override
    public void ensure(String routine, String version, Collection<String> environments) {
        routines.keep(routine, StoredVersion.seed(version));
    }

    /** Like the other method, and gives the version this code. */
    public void ensure(String routine, String version, byte[] code) {
        ensure(routine, version, List.of());
        routines.ensure(
                routine,
                held -> held.replaced(held.version(version).orElseThrow().with(code)));
    }

    /**
     * Creates a version without an archive. It counts like any other and stays Init.
     *
     * @param created when the client requested it
     */
    public void ensureInit(String routine, String version, Instant created) {
        routines.keep(routine, StoredVersion.ofAssets(version, "", created, StoredAssets.NONE_YET));
    }

    /** Creates a missing routine and version, and sends all requests of the environments to it. */
    public void publish(String routine, String version, Collection<String> environments) {
        environments.forEach(environment -> deploy(routine, environment, Map.of(version, 100)));
    }

    /**
     * Creates a routine and the versions if they do not exist, and shares the requests of an environment between them.
     *
     * @param environment staging or production
     * @param shares one version or two with their percentages, whose sum is 100
     */
    public void deploy(String routine, String environment, Map<String, Integer> shares) {
        if (!EsaEnvironments.ALL.contains(environment)) {
            throw new IllegalArgumentException("ESA has no environment " + environment);
        }
        shares.keySet().forEach(version -> ensure(routine, version, List.of()));
        StoredDeployment deployment = routines.deployment(shares, Instant.now());
        routines.ensure(routine, held -> held.deployed(environment, deployment));
    }

    /** The versions of each environment that runs one, with their percentages. */
    public Map<String, Map<String, Integer>> live(String routine) {
        Map<String, Map<String, Integer>> live = new LinkedHashMap<>();
        routines.find(routine)
                .ifPresent(held -> held.deployments().forEach((name, each) -> live.put(name, each.shares())));
        return live;
    }

    /** The id of the deployment of an environment. */
    public Optional<String> deployment(String routine, String environment) {
        return routines.find(routine)
                .map(held -> held.deployments().get(environment))
                .map(StoredDeployment::id);
    }

    /** The ids of the numbered versions, oldest first; empty if the routine does not exist. */
    public List<String> versions(String routine) {
        return routines.find(routine).map(StoredRoutine::ids).orElse(List.of());
    }

    /**
     * The code of a numbered version, or its archive; empty if nothing was uploaded.
     *
     * @throws NoSuchElementException if the version does not exist
     */
    public byte[] code(String routine, String version) {
        return version(routine, version).bytes();
    }

    /** The last uploaded code if it was not committed. */
    public Optional<byte[]> staged(String routine) {
        return routines.find(routine).map(StoredRoutine::staged).map(StoredVersion::bytes);
    }

    /** The names and values of an environment's variables; the value of a secret is empty. */
    public Map<String, String> variables(String routine, String environment) {
        return values(routines.find(routine)
                .map(held -> held.variablesOf(environment))
                .orElse(Map.of()));
    }

    /** The variables that a version has at run time: those of its environment when the version was created. */
    public Map<String, String> boundVariables(String routine, String version) {
        return values(version(routine, version).variables());
    }

    private static Map<String, String> values(Map<String, StoredVariable> variables) {
        Map<String, String> values = new LinkedHashMap<>();
        variables.forEach((key, variable) -> values.put(key, variable.value()));
        return values;
    }

    private StoredVersion version(String routine, String version) {
        return routines.find(routine).flatMap(held -> held.version(version)).orElseThrow();
    }

    /** The behaviour of the service; the caller may change it at any time. */
    public UploadConduct conduct() {
        return conduct;
    }

    HeldRoutines routines() {
        return routines;
    }
}
