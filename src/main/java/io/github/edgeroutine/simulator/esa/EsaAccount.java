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

/** What the simulated account holds: its routines, their versions and what runs where. Safe for many threads. */
public final class EsaAccount implements SimulatedAccount {

    /** An account as its file holds it. */
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
     * The account that {@link #save} wrote, in the free plan; an empty one if there is no such file.
     *
     * @throws IOException if the file cannot be read or holds no account; the message names it and says what to do
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
     * Writes the account as JSON, whole or not at all, and makes the directories above it. Nothing in it is secret.
     *
     * @throws IOException if the file cannot be written; what was there before is then untouched
     */
    @Override
    public void save(Path file) throws IOException {
        new AccountFile<>(file, StoredEsaAccount.class).write(new StoredEsaAccount(routines.all()));
    }

    /** Makes a routine exist. It has staging and production, whatever environments are named: ESA has no others. */
    @Override
    public void ensure(String routine, Collection<String> environments) {
        routines.ensure(routine, held -> held);
    }

    /**
     * Makes a routine and one version of it exist, with empty code; nothing that is live changes. Where the plan admits
     * no more versions, the oldest one without a share gives way.
     *
     * @param environments of no importance: ESA has staging and production, and no others
     * @throws IllegalStateException if all versions have a share, so that none can give way
     */
    @Override
    public void ensure(String routine, String version, Collection<String> environments) {
        routines.keep(routine, StoredVersion.seed(version));
    }

    /**
     * Makes a routine and one version of it exist, as the other method does, and gives the version this code.
     *
     * @throws IllegalStateException as that does
     */
    public void ensure(String routine, String version, byte[] code) {
        ensure(routine, version, List.of());
        routines.ensure(
                routine,
                held -> held.replaced(held.version(version).orElseThrow().with(code)));
    }

    /**
     * Makes a version exist whose archive never came. It counts as any other and stays Init.
     *
     * @param created when the client asked for it
     */
    public void ensureInit(String routine, String version, Instant created) {
        routines.keep(routine, StoredVersion.ofAssets(version, "", created, StoredAssets.NONE_YET));
    }

    /** Makes a routine and a version exist, and gives the version all requests of these environments. */
    public void publish(String routine, String version, Collection<String> environments) {
        environments.forEach(environment -> deploy(routine, environment, Map.of(version, 100)));
    }

    /**
     * Makes a routine and the versions exist, and shares the requests of an environment among them.
     *
     * @param environment staging or production
     * @param shares one version or two with their percentages, which are 100 together
     */
    public void deploy(String routine, String environment, Map<String, Integer> shares) {
        if (!EsaEnvironments.ALL.contains(environment)) {
            throw new IllegalArgumentException("ESA has no environment " + environment);
        }
        shares.keySet().forEach(version -> ensure(routine, version, List.of()));
        StoredDeployment deployment = routines.deployment(shares, Instant.now());
        routines.ensure(routine, held -> held.deployed(environment, deployment));
    }

    /** By environment the versions and their percentages, only where something runs. */
    public Map<String, Map<String, Integer>> live(String routine) {
        Map<String, Map<String, Integer>> live = new LinkedHashMap<>();
        routines.find(routine)
                .ifPresent(held -> held.deployments().forEach((name, each) -> live.put(name, each.shares())));
        return live;
    }

    /** The id of what an environment runs. */
    public Optional<String> deployment(String routine, String environment) {
        return routines.find(routine)
                .map(held -> held.deployments().get(environment))
                .map(StoredDeployment::id);
    }

    /** The ids of the numbered versions, oldest first; empty for a routine that does not exist. */
    public List<String> versions(String routine) {
        return routines.find(routine).map(StoredRoutine::ids).orElse(List.of());
    }

    /**
     * The code of a numbered version, or its archive; empty where nothing was uploaded.
     *
     * @throws NoSuchElementException if there is no such version
     */
    public byte[] code(String routine, String version) {
        return version(routine, version).bytes();
    }

    /** The code that was uploaded last and not committed yet. */
    public Optional<byte[]> staged(String routine) {
        return routines.find(routine).map(StoredRoutine::staged).map(StoredVersion::bytes);
    }

    /** The names and values of an environment's variables; the value of a secret is empty. */
    public Map<String, String> variables(String routine, String environment) {
        return values(routines.find(routine)
                .map(held -> held.variablesOf(environment))
                .orElse(Map.of()));
    }

    /** What a version sees at run time: the variables that its environment had when the version was made. */
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

    /** How the service behaves; the caller may change it at any time. */
    public UploadConduct conduct() {
        return conduct;
    }

    HeldRoutines routines() {
        return routines;
    }
}
