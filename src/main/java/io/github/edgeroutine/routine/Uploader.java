// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import io.github.edgeroutine.routine.CallFailedException.Effect;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes code to a routine and makes one revision of it, never two, and none if the newest holds the same code. */
public final class Uploader {

    /**
     * Code on its way.
     *
     * @param force make a revision also of code that the newest one holds
     * @param pruneOnLimit make room by deleting the oldest revision that no environment runs
     */
    public record Upload(RoutineName routine, String description, byte[] code, boolean force, boolean pruneOnLimit) {}

    /** @param made whether it was made now, or was there already */
    public record Uploaded(CodeRevision revision, boolean made) {}

    private final EdgeRoutines routines;
    private final Progress progress;
    private final Set<CodeRevision> spared;

    /** @param spared what a rollback would need, and is not deleted to make room */
    public Uploader(EdgeRoutines routines, Progress progress, Set<CodeRevision> spared) {
        this.routines = routines;
        this.progress = progress;
        this.spared = Set.copyOf(spared);
    }

    /** @throws GoalFailedException with the whole story in one line */
    public Uploaded upload(Upload upload) throws GoalFailedException {
        RoutineState state = new StateReader(routines).read(upload.routine(), "upload code");
        Optional<CodeRevision> latest = state.latest();
        if (!upload.force() && latest.isPresent() && holds(upload, latest.get())) {
            return new Uploaded(latest.get(), false);
        }
        if (state.revisions().size() >= RoutineState.LIMIT) {
            makeRoom(upload, state);
        }
        boolean certain = stage(upload, state);
        CodeRevision revision = commit(upload, state);
        if (!certain && !holds(upload, revision)) {
            throw new GoalFailedException(
                    "Could not upload code to routine " + upload.routine() + ": revision " + revision
                            + " was made, but it cannot be seen to hold the code. Look at it in the DCDN console, delete it if it is"
                            + " wrong, and run the goal again.");
        }
        return new Uploaded(revision, true);
    }

    /** @return false if nobody confirmed it, yet staging runs uncommitted code, as it did not before */
    private boolean stage(Upload upload, RoutineState before) throws GoalFailedException {
        try {
            routines.stage(upload.routine(), upload.description(), upload.code());
            return true;
        } catch (CallFailedException e) {
            if (e.effect() == Effect.NONE || before.runsUncommitted() || !nowRunsUncommitted(upload.routine())) {
                throw failed(upload, e, "No revision was made.");
            }
            progress.warn("The upload was not confirmed: " + e.getMessage()
                    + ". Yet staging runs new code; it is compared" + " after the commit.");
            return false;
        }
    }

    private boolean nowRunsUncommitted(RoutineName routine) {
        try {
            return routines.describe(routine).runsUncommitted();
        } catch (CallFailedException e) {
            // Then nobody can tell, and the upload's own failure is what the user hears of.
            return false;
        }
    }

    private boolean holds(Upload upload, CodeRevision revision) {
        try {
            return Arrays.equals(routines.code(upload.routine(), revision), upload.code());
        } catch (CallFailedException e) {
            progress.warn(
                    "Revision " + revision + " cannot be read, so it is not known whether it holds the same code: "
                            + e.getMessage() + ". The code is uploaded. " + e.remedy());
            return false;
        }
    }

    private void makeRoom(Upload upload, RoutineState state) throws GoalFailedException {
        List<Revision> unused = Pruner.plan(state, 0, spared);
        if (unused.isEmpty() || !upload.pruneOnLimit()) {
            String words = unused.isEmpty()
                    ? "Every one of them runs somewhere, or would be needed for a rollback."
                    : "No environment runs "
                            + Listing.of(unused.stream().map(Revision::toString).toList())
                            + ": delete some with edge-routine:prune, or set <pruneOnLimit>"
                            + " (-Dedge-routine.pruneOnLimit).";
            throw new GoalFailedException("Routine " + upload.routine() + " has "
                    + state.revisions().size() + " revisions, and the service keeps " + RoutineState.LIMIT + ". "
                    + words + " Nothing was changed.");
        }
        Revision oldest = unused.get(0);
        try {
            routines.delete(upload.routine(), oldest.number());
            progress.warn("Deleted revision " + oldest + " to make room.");
        } catch (CallFailedException e) {
            throw failed(upload, e, "The oldest unused revision, " + oldest.number() + ", could not be deleted.");
        }
    }

    private CodeRevision commit(Upload upload, RoutineState before) throws GoalFailedException {
        try {
            return routines.commit(upload.routine(), upload.description());
        } catch (CallFailedException e) {
            if (e.effect() == Effect.NONE) {
                throw failed(upload, e, "The code is staged, but no revision was made.");
            }
            CodeRevision found = committed(upload, before)
                    .orElseThrow(
                            () -> failed(upload, e, "The code is staged; no revision that holds it can be found."));
            progress.warn("The commit was not confirmed: " + e.getMessage() + ". Yet revision " + found
                    + " is there and holds the code.");
            return found;
        }
    }

    /** The revision that a commit without an answer made after all. */
    private Optional<CodeRevision> committed(Upload upload, RoutineState before) {
        try {
            Optional<CodeRevision> latest = routines.describe(upload.routine()).latest();
            return latest.isPresent()
                            && before.revisions().stream().map(Revision::number).noneMatch(latest.get()::equals)
                            && Arrays.equals(routines.code(upload.routine(), latest.get()), upload.code())
                    ? latest
                    : Optional.empty();
        } catch (CallFailedException e) {
            // Then the commit's own failure is what the user hears of.
            return Optional.empty();
        }
    }

    private static GoalFailedException failed(Upload upload, CallFailedException call, String truth) {
        return new GoalFailedException("Could not upload code to routine " + upload.routine() + ": " + call.getMessage()
                + ". " + truth + " " + call.remedy());
    }
}
