// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import java.util.List;
import java.util.Map;

/** The Edge Routine service as the decisions see it: one method an operation, answered by a real account or a simulated one. */
public interface EdgeRoutines {

    /**
     * Reads what runs where and which revisions there are.
     *
     * @throws CallFailedException also for a routine that does not exist: the service has no code of its own for that
     */
    RoutineState describe(RoutineName routine) throws CallFailedException;

    /**
     * Lists the account's routines.
     *
     * @return their names, fit to print
     */
    List<String> names() throws CallFailedException;

    /**
     * Puts the revision into the environments, in one call.
     *
     * @return what the service confirmed; a return alone does not mean that the asked revision was confirmed
     * @throws CallFailedException if the service refused, could not be reached or answered in a way that proves nothing
     */
    PublishAnswer publish(PublishCall publication) throws CallFailedException;

    /**
     * Hands code over. It runs in staging from then on, and waits to be committed.
     *
     * @param description of at most 50 characters
     */
    void stage(RoutineName routine, String description, byte[] code) throws CallFailedException;

    /**
     * Makes a numbered revision out of the code that was staged. Not idempotent: each call makes one.
     *
     * @param description of at most 50 characters
     */
    CodeRevision commit(RoutineName routine, String description) throws CallFailedException;

    /** Reads the code of a revision back. */
    ShownCode code(RoutineName routine, CodeRevision revision) throws CallFailedException;

    /** Deletes a revision for good. */
    void delete(RoutineName routine, CodeRevision revision) throws CallFailedException;

    /** Changes the settings of some environments; what is not named stays as it is. */
    void configure(RoutineName routine, Map<Environment, Setting> settings) throws CallFailedException;
}
