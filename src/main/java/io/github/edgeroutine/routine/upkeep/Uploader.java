// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.upkeep;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Kind;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.EdgeRoutines;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.call.GoalTime;
import io.github.edgeroutine.routine.call.Progress;
import io.github.edgeroutine.routine.call.StateReader;
import io.github.edgeroutine.routine.upkeep.CommitProof.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes code to a routine and makes one revision of it. Makes none if the newest holds the same code. A revision counts
 * only after its code was read back and is the same.
 */
public final class Uploader {

    /**
     * Code on its way.
     *
     * @param force make a revision also of code that the newest one holds
     * @param pruneOnLimit make room by deleting the oldest revisions that no environment runs
     */
    public record UploadRequest(
            RoutineName routine, String description, byte[] code, boolean force, boolean pruneOnLimit) {}

    /** @param made whether it was made now, or was there already */
    public record UploadResult(CodeRevision revision, boolean made) {}

    /** @param certain whether the service confirmed that it has the code */
    private record Staged(RoutineState before, boolean certain) {}

    private final EdgeRoutines routines;
    private final Progress progress;
    private final Room room;

    /** @param spared what a rollback would need, and is not deleted to make room */
    public Uploader(EdgeRoutines routines, GoalTime time, Progress progress, Set<CodeRevision> spared) {
        this.routines = routines;
        this.progress = progress;
        this.room = new Room(new Pruner(routines, time, progress), progress, spared);
    }

    /** @throws GoalFailedException if the routine cannot be read, or has no room for the code */
    public UploadPlan plan(UploadRequest upload) throws GoalFailedException {
        RoutineState state = new StateReader(routines).read(upload.routine(), "upload code");
        Optional<CodeRevision> latest = state.latest();
        return !upload.force() && latest.isPresent() && holds(upload, latest.get())
                ? new UploadPlan(state, latest, List.of())
                : new UploadPlan(state, Optional.empty(), room.deletions(upload, state));
    }

    /** @throws GoalFailedException with the whole story in one line */
    public UploadResult carryOut(UploadRequest upload, UploadPlan plan) throws GoalFailedException {
        if (plan.unchanged().isPresent()) {
            return new UploadResult(plan.unchanged().get(), false);
        }
        RoutineState before = plan.deletions().isEmpty() ? plan.before() : room.make(upload, plan.deletions());
        Staged staged = stage(upload, before, plan.deletions().isEmpty());
        return new UploadResult(commit(upload, staged, true), true);
    }

    private Staged stage(UploadRequest upload, RoutineState before, boolean mayPrune) throws GoalFailedException {
        try {
            routines.stage(upload.routine(), upload.description(), upload.code());
            return new Staged(before, true);
        } catch (CallFailedException e) {
            if (e.kind() == Kind.LIMIT && upload.pruneOnLimit() && mayPrune) {
                return stage(upload, room.makeMore(upload, e), false);
            }
            if (e.effect() == Effect.NONE || before.runsStagedCode() || !nowRunsUncommitted(upload.routine())) {
                throw failed(upload, e, "No revision was made.");
            }
            progress.warn("The upload was not confirmed: " + e.getMessage()
                    + ". Staging runs new code; it is compared after the commit.");
            return new Staged(before, false);
        }
    }

    private boolean nowRunsUncommitted(RoutineName routine) {
        try {
            return routines.describe(routine).runsStagedCode();
        } catch (CallFailedException e) {
            // Then nobody can tell, and the upload's own failure is what the user hears of.
            return false;
        }
    }

    private boolean holds(UploadRequest upload, CodeRevision revision) {
        try {
            return routines.code(upload.routine(), revision).is(upload.code());
        } catch (CallFailedException e) {
            progress.warn(
                    "Revision " + revision + " cannot be read, so it is not known whether it holds the same code: "
                            + e.getMessage() + ". The code is uploaded. " + e.remedy());
            return false;
        }
    }

    /** @param mayRepeat whether the code may be staged and committed once more, if another client's code was committed */
    private CodeRevision commit(UploadRequest upload, Staged staged, boolean mayRepeat) throws GoalFailedException {
        Optional<CodeRevision> answered = Optional.empty();
        Optional<CallFailedException> failure = Optional.empty();
        try {
            answered = Optional.of(routines.commit(upload.routine(), upload.description()));
        } catch (CallFailedException e) {
            failure = Optional.of(e);
        }
        Finding finding;
        try {
            finding = new CommitProof(routines, upload, staged.before()).find(answered);
        } catch (CallFailedException e) {
            throw failed(upload, failure.orElse(e), notKnown(answered));
        }
        if (finding.revision().isPresent()) {
            warnIfUnconfirmed(finding, failure);
            return finding.revision().get();
        }
        if (CommitProof.isDenied(finding)
                && answered.filter(finding.state().orElseThrow()::keeps).isPresent()
                && !staged.before().keeps(answered.get())
                && staged.certain()) {
            CallFailedException denied = finding.unread().orElseThrow();
            progress.warn("It is not proved that revision " + answered.get() + " holds the code of this build: "
                    + denied.getMessage() + ". " + denied.remedy());
            return answered.get();
        }
        return withoutProof(upload, finding, answered, failure, mayRepeat);
    }

    private static String notKnown(Optional<CodeRevision> answered) {
        return answered.map(revision -> "The service named revision " + revision
                        + ", but it is not known whether that one holds the code of this build.")
                .orElse("It is not known whether a revision was made, because the routine could not be read after the"
                        + " commit.");
    }

    private void warnIfUnconfirmed(Finding finding, Optional<CallFailedException> failure) {
        CodeRevision revision = finding.revision().orElseThrow();
        failure.ifPresent(e -> progress.warn("The commit was not confirmed: " + e.getMessage() + ". Revision "
                + revision + " is there and holds the code."));
        if (failure.isEmpty() && !finding.others().isEmpty()) {
            progress.warn("The answer to the commit was wrong: " + finding.others() + ". Revision " + revision
                    + " is there and holds the code.");
        }
    }

    private CodeRevision withoutProof(
            UploadRequest upload,
            Finding finding,
            Optional<CodeRevision> answered,
            Optional<CallFailedException> failure,
            boolean mayRepeat)
            throws GoalFailedException {
        if (finding.unread().isPresent()) {
            throw failed(
                    upload,
                    finding.unread().get(),
                    "A revision was made, but it is not known whether it holds the code of this build. Look at it in the DCDN"
                            + " console, delete it if it is wrong, and run the goal again.");
        }
        if (finding.others().isEmpty()) {
            CallFailedException refusal = failure.orElseThrow();
            throw failed(
                    upload,
                    refusal,
                    refusal.effect() == Effect.NONE
                            ? "The code is staged, but no revision was made."
                            : "The code is staged; no revision that holds it can be found.");
        }
        RoutineState now = finding.state().orElseThrow();
        boolean isAnswer = failure.map(CallFailedException::kind)
                .filter(kind -> kind != Kind.GENERAL)
                .isEmpty();
        if (mayRepeat && isAnswer && now.room() > 0) {
            progress.warn("The code is uploaded once more: " + finding.others() + ".");
            return commit(upload, stage(upload, now, false), false);
        }
        throw new GoalFailedException("Could not upload code to routine " + upload.routine() + ": " + finding.others()
                + failure.map(e -> ", and " + e.getMessage()).orElse("")
                + ". The code of this build is in no new revision, and nothing is published. Let only one build at a time"
                + " upload code to a routine, and run the goal again.");
    }

    static GoalFailedException failed(UploadRequest upload, CallFailedException call, String truth) {
        return new GoalFailedException("Could not upload code to routine " + upload.routine() + ": " + call.getMessage()
                + ". " + truth + " " + call.remedy());
    }
}
