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

/** What the simulated account holds: its routines, their revisions and what runs where. Safe for many threads. */
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
     * The account that {@link #save} wrote; an empty one if there is no such file.
     *
     * @throws IOException if the file cannot be read or holds no account; the message names it and says what to do
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
     * Writes the account as JSON, whole or not at all, and makes the directories above it. Nothing in it is secret.
     *
     * @throws IOException if the file cannot be written; what was there before is then untouched
     */
    @Override
    public void save(Path file) throws IOException {
        new AccountFile<>(file, StoredAccount.class).write(new StoredAccount(routines.all(), subdomains.all()));
    }

    /**
     * Makes a routine, one revision and some environments exist; nothing that is live changes. A routine always has
     * the environments staging and production. Where ten revisions are kept already, the oldest one that no
     * environment runs gives way.
     *
     * @throws IllegalStateException if all ten run somewhere, so that none can give way
     */
    @Override
    public void ensure(String routine, String revision, Collection<String> environments) {
        routines.ensure(
                routine, held -> held.withEnvironments(environments).withRevision(revision, SimulatedRoutines.now()));
    }

    /**
     * Makes all of it exist, as {@link #ensure(String, String, Collection)} does, and gives the revision this code.
     *
     * @throws IllegalStateException as that does
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
     * Makes all of it exist, as {@link #ensure(String, String, Collection)} does, and the revision live.
     *
     * @throws IllegalStateException as that does
     */
    public void publish(String routine, String revision, Collection<String> environments) {
        routines.ensure(
                routine,
                held -> held.withEnvironments(environments)
                        .withRevision(revision, SimulatedRoutines.now())
                        .running(revision, environments));
    }

    /**
     * Environment to revision, only where something runs, in the order in which the environments came to be; empty
     * for a routine that does not exist.
     */
    public Map<String, String> live(String routine) {
        return routines.find(routine).map(SimulatedRoutine::live).orElse(Map.of());
    }

    /** The ids of the numbered revisions, oldest first; empty for a routine that does not exist. */
    public List<String> revisions(String routine) {
        return routines.find(routine).map(SimulatedRoutine::ids).orElse(List.of());
    }

    /**
     * The code of a numbered revision; empty if {@link #ensure(String, String, Collection)} made it.
     *
     * @throws NoSuchElementException if there is no such revision
     */
    public byte[] code(String routine, String revision) {
        return routines.find(routine)
                .flatMap(held -> held.revision(revision))
                .orElseThrow()
                .bytes();
    }

    /** The code that was uploaded last and not committed yet. */
    public Optional<byte[]> staged(String routine) {
        return routines.find(routine).map(SimulatedRoutine::staged).map(StoredRevision::bytes);
    }

    /** Such as 50ms; empty if there is no such environment. */
    public Optional<String> spec(String routine, String environment) {
        return conf(routine, environment).map(SimulatedEnvironment::specName);
    }

    /** The white list of domains; empty if there is no such environment as well. */
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
