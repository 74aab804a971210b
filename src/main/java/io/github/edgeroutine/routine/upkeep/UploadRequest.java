// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.upkeep;

import io.github.edgeroutine.routine.Assets;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.EdgeRoutines.NewRoutine;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.RoutineName;
import java.util.Map;
import java.util.Optional;

/**
 * What a build wants to upload.
 *
 * @param code empty if there is none beside the assets
 * @param assets the static files, and the code once more; empty for code alone
 * @param description of at most 50 characters
 * @param force make a revision also of code that the newest one holds
 * @param pruneOnLimit make room by deleting the oldest revisions that no environment runs
 * @param variablesOf the environment whose function variables the revision gets; empty for none
 * @param createRoutine make the routine first, if the account does not have it
 */
public record UploadRequest(
        RoutineName routine,
        String description,
        byte[] code,
        Optional<Assets> assets,
        boolean force,
        boolean pruneOnLimit,
        Optional<Environment> variablesOf,
        boolean createRoutine) {

    /** To a routine that is there. */
    public UploadRequest(
            RoutineName routine,
            String description,
            byte[] code,
            Optional<Assets> assets,
            boolean force,
            boolean pruneOnLimit,
            Optional<Environment> variablesOf) {
        this(routine, description, code, assets, force, pruneOnLimit, variablesOf, false);
    }

    /** Of code alone. */
    public UploadRequest(
            RoutineName routine,
            String description,
            byte[] code,
            boolean force,
            boolean pruneOnLimit,
            Optional<Environment> variablesOf) {
        this(routine, description, code, Optional.empty(), force, pruneOnLimit, variablesOf);
    }

    /** Of code without function variables. */
    public UploadRequest(RoutineName routine, String description, byte[] code, boolean force, boolean pruneOnLimit) {
        this(routine, description, code, force, pruneOnLimit, Optional.empty());
    }

    /** The routine, if it has to be made first. */
    public NewRoutine newRoutine() {
        return new NewRoutine(routine, "", Map.of(), assets.isPresent());
    }

    /**
     * The whole story of a call that failed, in one line.
     *
     * @param truth one or more sentences on what became of the code
     */
    GoalFailedException failed(CallFailedException call, String truth) {
        return new GoalFailedException(start() + call.getMessage() + ". " + truth + " " + call.remedy());
    }

    /**
     * Of an upload whose revision is not fit to be published.
     *
     * @param why without a full stop
     */
    GoalFailedException failed(String why) {
        return new GoalFailedException(start() + why + ". Nothing is published. Run the goal again.");
    }

    private String start() {
        return "Could not upload " + (assets.isPresent() ? "files" : "code") + " to routine " + routine + ": ";
    }
}
