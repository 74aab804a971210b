package io.github.edgeroutine.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the simulated account holds: its routines, their revisions and what runs where. Safe for many threads. */
public final class Account {

    private final Map<String, Routine> routines = new LinkedHashMap<>();

    /** An account without routines. */
    public Account() {
        this(Map.of());
    }

    Account(Map<String, Routine> routines) {
        this.routines.putAll(routines);
    }

    /**
     * The account that {@link #save} wrote; an empty one if there is no such file.
     *
     * @throws IOException if the file cannot be read or holds no account; the message names it and says what to do
     */
    public static Account load(Path file) throws IOException {
        return new Account(AccountFile.read(file));
    }

    /**
     * Writes the account as JSON, whole or not at all, and makes the directories above it. Nothing in it is secret.
     *
     * @throws IOException if the file cannot be written; what was there before is then untouched
     */
    public void save(Path file) throws IOException {
        AccountFile.write(file, routines());
    }

    /**
     * Makes a routine, one revision and some environments exist; nothing that is live changes. A routine always has
     * the environments staging and production. Where ten revisions are kept already, the oldest one that no
     * environment runs gives way.
     *
     * @throws IllegalStateException if all ten run somewhere, so that none can give way
     */
    public synchronized void ensure(String routine, String revision, Collection<String> environments) {
        ensure(routine, environments);
        routines.computeIfPresent(routine, (name, present) -> present.withRevision(revision, now()));
    }

    /** Makes a routine and some environments exist; it may be without any revision then. */
    public synchronized void ensure(String routine, Collection<String> environments) {
        Routine present = routines.getOrDefault(routine, Routine.created(now()));
        routines.put(routine, present.withEnvironments(environments));
    }

    /**
     * Makes all of it exist, as {@link #ensure} does, and the revision live.
     *
     * @throws IllegalStateException as {@link #ensure} does
     */
    public synchronized void publish(String routine, String revision, Collection<String> environments) {
        ensure(routine, revision, environments);
        routines.put(routine, routines.get(routine).running(revision, environments));
    }

    /**
     * Environment to revision, only where something runs, in the order in which the environments came to be; empty
     * for a routine that does not exist.
     */
    public synchronized Map<String, String> live(String routine) {
        Routine held = routines.get(routine);
        return held == null ? Map.of() : held.live();
    }

    /**
     * What the service does on a publish: all environments change or none. Atomicity is not
     * documented, nor is one of the texts of its refusals.
     */
    synchronized void publishHeld(String name, String revision, List<String> environments) throws Refusal {
        Routine routine = routine(name);
        if (!routine.holds(revision)) {
            throw Refusal.generalError("(simulated) the routine " + name + " has no code revision " + revision);
        }
        for (String environment : environments) {
            if (!routine.environments().containsKey(environment)) {
                throw Refusal.generalError("(simulated) the routine " + name + " has no environment " + environment);
            }
        }
        routines.put(name, routine.running(revision, environments));
    }

    /** No code of its own is documented for a missing routine. */
    synchronized Routine routine(String name) throws Refusal {
        Routine routine = routines.get(name);
        if (routine == null) {
            throw Refusal.generalError("(simulated) there is no routine " + name);
        }
        return routine;
    }

    synchronized Map<String, Routine> routines() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(routines));
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
