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
 * @param code empty if there are only assets
 * @param assets the static files, including the code; empty without static files
 * @param description of at most 50 characters
 * @param force create a revision even if the newest one contains the same code
 * @param pruneOnLimit make room by deleting the oldest revisions that no environment runs
 * @param variablesOf the environment whose function variables the revision gets; empty for none
 * @param createRoutine create the routine first if it does not exist
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

    /** For an existing routine. */
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

    /** Without static files. */
    public UploadRequest(
            RoutineName routine,
            String description,
            byte[] code,
            boolean force,
            boolean pruneOnLimit,
            Optional<Environment> variablesOf) {
        this(routine, description, code, Optional.empty(), force, pruneOnLimit, variablesOf);
    }

    /** Without function variables. */
    public UploadRequest(RoutineName routine, String description, byte[] code, boolean force, boolean pruneOnLimit) {
        this(routine, description, code, force, pruneOnLimit, Optional.empty());
    }

    /** The routine to create, if it does not exist. */
    public NewRoutine newRoutine() {
        return new NewRoutine(routine, "", Map.of(), assets.isPresent());
    }

    /**
     * The complete message of a failed call, in one line.
     *
     * @param truth one or more sentences about the result for the code
     */
    GoalFailedException failed(CallFailedException call, String truth) {
        return new GoalFailedException(start() + call.getMessage() + ". " + truth + " " + call.remedy());
    }

    /**
     * For an upload whose revision cannot be published.
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
