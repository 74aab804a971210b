// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The operations that a service has for edge routines. An adapter creates each operation from its arguments, but
 * does not send it. It does not decide about retries, and does not know the purpose of an operation.
 */
public interface EdgeRoutines {

    /**
     * A new revision that cannot run before its archive is uploaded.
     *
     * @param upload sends the archive; it is safe to send it again
     */
    record Awaited(CodeRevision revision, Operation<Confirmation> upload) {}

    /**
     * A routine that will be created.
     *
     * @param description of at most 50 characters; empty for none
     * @param settings of its environments; empty for a service without settings
     * @param hasAssets whether it is for static files; false for a service without them
     */
    record NewRoutine(RoutineName name, String description, Map<Environment, Setting> settings, boolean hasAssets) {}

    /** The properties of this service that differ between services. */
    ServiceTraits traits();

    /**
     * Reads the environments and revisions. For a routine that does not exist, the kind of failure differs between
     * services.
     */
    Operation<RoutineState> describe(RoutineName routine);

    /**
     * The same service for a goal that does not need the limit of revisions. If {@link #describe} needs an extra
     * call for the limit, it leaves the limit unknown.
     */
    default EdgeRoutines withoutLimit() {
        return this;
    }

    /** Lists the names of the account's routines, fit to print. */
    Operation<List<String>> names();

    /** Creates a routine. The service refuses a name that is in use, so an existing routine is never changed. */
    Operation<Confirmation> createRoutine(NewRoutine routine);

    /**
     * Publishes the revision to the environments, in one call. The answer must be checked, because it may name
     * another revision.
     */
    Operation<PublishAnswer> publish(PublishCall publication);

    /**
     * Uploads code that is not committed yet. On some services it runs in staging at once.
     *
     * @param description of at most 50 characters
     */
    Operation<Confirmation> stage(RoutineName routine, String description, byte[] code);

    /**
     * Creates a numbered revision of the staged code. Not idempotent: each call creates a revision.
     *
     * @param description of at most 50 characters
     * @param variablesOf the environment whose function variables the revision gets; empty for a service without
     * variables
     */
    Operation<CodeRevision> commit(RoutineName routine, String description, Optional<Environment> variablesOf);

    /**
     * Creates a numbered revision that waits for an archive of static files, with code if there is any. Not
     * idempotent: each call creates a revision. The service stores the hash of the content with it.
     *
     * @param description of at most 50 characters
     * @param variablesOf the environment whose function variables the revision gets
     */
    Operation<Awaited> create(
            RoutineName routine, String description, Assets assets, Optional<Environment> variablesOf);

    /** Reads the code of a revision. */
    Operation<ShownCode> code(RoutineName routine, CodeRevision revision);

    /** Deletes a revision. This cannot be undone. */
    Operation<Confirmation> delete(RoutineName routine, CodeRevision revision);

    /** Changes the settings of some environments. All other settings stay unchanged. */
    Operation<Confirmation> configure(RoutineName routine, Map<Environment, Setting> settings);

    /** Reads the function variables of an environment, by name. */
    Operation<Map<String, Variable>> variables(RoutineName routine, Environment environment);

    /**
     * Sets function variables. All other variables stay unchanged. The result contains the names that were set,
     * which may be fewer than requested.
     */
    Operation<Set<String>> setVariables(RoutineName routine, Environment environment, Map<String, Variable> variables);
}
