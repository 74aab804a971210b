// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import io.github.edgeroutine.simulator.SimulatedAccount;
import io.github.edgeroutine.simulator.SimulatedService;
import io.github.edgeroutine.simulator.account.AccountFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The data of the simulated account: its routines, their revisions and what each environment runs. Thread-safe. */
public final class DcdnAccount implements SimulatedAccount {

    private final SimulatedRoutines routines;
    private final Subdomains subdomains;

    /** An account without routines. */
    public DcdnAccount() {
        this(new StoredAccount(Map.of(), List.of()));
    }

    private DcdnAccount(StoredAccount stored) {
        this.routines = new SimulatedRoutines(stored.routines());
        this.subdomains = new Subdomains(stored.subdomains());
    }

    /**
     * The account from {@link #save}; an empty one if the file does not exist.
     *
     * @throws IOException if the file cannot be read or is invalid; the message names it and says what to do
     */
    public static DcdnAccount load(Path file) throws IOException {
        return new AccountFile<>(file, StoredAccount.class)
                .read()
                .map(DcdnAccount::new)
                .orElseGet(DcdnAccount::new);
    }

    @Override
    public SimulatedService service() {
        return new SimulatedDcdn(this);
    }

    /**
     * Writes the account as JSON, completely or not at all, and creates missing directories. The file contains no
     * secret.
     *
     * @throws IOException if the file cannot be written; an existing file is then unchanged
     */
    @Override
    public void save(Path file) throws IOException {
        new AccountFile<>(file, StoredAccount.class).write(new StoredAccount(routines.all(), subdomains.all()));
    }

    /**
     * Creates a routine, one revision and some environments if they do not exist. The live revisions do not change. A
     * routine always has the environments staging and production. If there are ten revisions, the oldest one that no
     * environment runs is deleted.
     *
     * @throws IllegalStateException if environments run all ten revisions, so that none can be deleted
     */
    @Override
    public void ensure(String routine, String revision, Collection<String> environments) {
        routines.ensure(
                routine, held -> held.withEnvironments(environments).withRevision(revision, SimulatedRoutines.now()));
    }

    /**
     * Like {@link #ensure(String, String, Collection)}, and gives the revision this code.
     *
     * @throws IllegalStateException like that method
     */
    public void ensure(String routine, String revision, byte[] code, Collection<String> environments) {
        routines.ensure(
                routine,
                held -> held.withEnvironments(environments)
                        .withRevision(revision, SimulatedRoutines.now())
                        .withCode(revision, code));
    }

    @Override
    public void ensure(String routine, Collection<String> environments) {
        routines.ensure(routine, held -> held.withEnvironments(environments));
    }

    /**
     * Like {@link #ensure(String, String, Collection)}, and makes the revision live.
     *
     * @throws IllegalStateException like that method
     */
    public void publish(String routine, String revision, Collection<String> environments) {
        routines.ensure(
                routine,
                held -> held.withEnvironments(environments)
                        .withRevision(revision, SimulatedRoutines.now())
                        .running(revision, environments));
    }

    /**
     * The revision of each environment that runs one, in the order of their creation; empty if the routine does not
     * exist.
     */
    public Map<String, String> live(String routine) {
        return routines.find(routine).map(SimulatedRoutine::live).orElse(Map.of());
    }

    /** The ids of the numbered revisions, oldest first; empty if the routine does not exist. */
    public List<String> revisions(String routine) {
        return routines.find(routine).map(SimulatedRoutine::ids).orElse(List.of());
    }

    /**
     * The code of a numbered revision; empty if {@link #ensure(String, String, Collection)} created it.
     *
     * @throws NoSuchElementException if the revision does not exist
     */
    public byte[] code(String routine, String revision) {
        return routines.find(routine)
                .flatMap(held -> held.revision(revision))
                .orElseThrow()
                .bytes();
    }

    /** The last uploaded code if it was not committed. */
    public Optional<byte[]> staged(String routine) {
        return routines.find(routine).map(SimulatedRoutine::staged).map(StoredRevision::bytes);
    }

    /** Such as 50ms; empty if the environment does not exist. */
    public Optional<String> spec(String routine, String environment) {
        return conf(routine, environment).map(SimulatedEnvironment::specName);
    }

    /** The allowed hosts; also empty if the environment does not exist. */
    public List<String> hosts(String routine, String environment) {
        return conf(routine, environment)
                .map(SimulatedEnvironment::allowedHosts)
                .orElse(List.of());
    }

    private Optional<SimulatedEnvironment> conf(String routine, String environment) {
        return routines.find(routine).map(held -> held.environments().get(environment));
    }

    Subdomains subdomains() {
        return subdomains;
    }

    SimulatedRoutines routines() {
        return routines;
    }
}
