// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.upkeep;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.RoutineName;
import java.util.Optional;

/**
 * The code that a build wants to upload.
 *
 * @param description of at most 50 characters
 * @param force make a revision also of code that the newest one holds
 * @param pruneOnLimit make room by deleting the oldest revisions that no environment runs
 * @param variablesOf the environment whose function variables the revision gets; empty for none
 */
public record UploadRequest(
        RoutineName routine,
        String description,
        byte[] code,
        boolean force,
        boolean pruneOnLimit,
        Optional<Environment> variablesOf) {

    /** Of code without function variables. */
    public UploadRequest(RoutineName routine, String description, byte[] code, boolean force, boolean pruneOnLimit) {
        this(routine, description, code, force, pruneOnLimit, Optional.empty());
    }

    /**
     * The whole story of a call that failed, in one line.
     *
     * @param truth one or more sentences on what became of the code
     */
    GoalFailedException failed(CallFailedException call, String truth) {
        return new GoalFailedException("Could not upload code to routine " + routine + ": " + call.getMessage() + ". "
                + truth + " " + call.remedy());
    }
}
