// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The operations that a service has for edge routines. An adapter makes each of them out of its arguments and sends nothing
 * yet. What an operation is for, what it may change and whether it is repeated is not the adapter's business.
 */
public interface EdgeRoutines {

    /**
     * A revision that was made and cannot run before its archive is uploaded.
     *
     * @param upload sends the archive. To send it again does no harm
     */
    record Awaited(CodeRevision revision, Operation<Confirmation> upload) {}

    /**
     * A routine that is to be made.
     *
     * @param description of at most 50 characters; empty for none
     * @param settings of its environments; none of a service without settings
     * @param hasAssets whether it is meant for static files; false of a service without them
     */
    record NewRoutine(RoutineName name, String description, Map<Environment, Setting> settings, boolean hasAssets) {}

    /** What this service is like, where services differ. */
    ServiceTraits traits();

    /** Reads what runs where and which revisions there are. It may fail in any way for a routine that does not exist. */
    Operation<RoutineState> describe(RoutineName routine);

    /**
     * The same service for a goal that makes no revision and shows no limit: its {@link #describe} makes no call for the limit
     * alone, and leaves it unknown then.
     */
    default EdgeRoutines withoutLimit() {
        return this;
    }

    /** Lists the names of the account's routines, fit to print. */
    Operation<List<String>> names();

    /** Makes a routine. The service refuses a name that is taken, so that it changes no routine that exists. */
    Operation<Confirmation> createRoutine(NewRoutine routine);

    /**
     * Puts the revision into the environments, in one call. An answer alone does not mean that the revision that was asked
     * for was confirmed.
     */
    Operation<PublishAnswer> publish(PublishCall publication);

    /**
     * Hands code over, which waits to be committed. With some services it runs in staging from then on.
     *
     * @param description of at most 50 characters
     */
    Operation<Confirmation> stage(RoutineName routine, String description, byte[] code);

    /**
     * Makes a numbered revision out of the code that was staged. Not idempotent: each call makes one.
     *
     * @param description of at most 50 characters
     * @param variablesOf the environment whose function variables the revision gets; none of a service without variables
     */
    Operation<CodeRevision> commit(RoutineName routine, String description, Optional<Environment> variablesOf);

    /**
     * Makes a numbered revision that waits for an archive of static files, and of code if there is any. Not idempotent: each call
     * makes one. The hash of its content is kept beside it.
     *
     * @param description of at most 50 characters
     * @param variablesOf the environment whose function variables the revision gets
     */
    Operation<Awaited> create(
            RoutineName routine, String description, Assets assets, Optional<Environment> variablesOf);

    /** Reads the code of a revision back. */
    Operation<ShownCode> code(RoutineName routine, CodeRevision revision);

    /** Deletes a revision for good. */
    Operation<Confirmation> delete(RoutineName routine, CodeRevision revision);

    /** Changes the settings of some environments; what is not named stays as it is. */
    Operation<Confirmation> configure(RoutineName routine, Map<Environment, Setting> settings);

    /** Reads the function variables of an environment, by name. */
    Operation<Map<String, Variable>> variables(RoutineName routine, Environment environment);

    /**
     * Sets function variables; what is not named stays as it is. The result names those that were set, which may be fewer than
     * were asked for.
     */
    Operation<Set<String>> setVariables(RoutineName routine, Environment environment, Map<String, Variable> variables);
}
