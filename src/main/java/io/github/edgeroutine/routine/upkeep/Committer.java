// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.upkeep;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.call.Progress;
import io.github.edgeroutine.routine.call.RoutineClient;
import java.util.Optional;

/** Creates a revision of staged code, and reads its code to prove that it is the right one. */
public final class Committer {

    private final RoutineClient routines;
    private final Progress progress;

    Committer(RoutineClient routines, Progress progress) {
        this.routines = routines;
        this.progress = progress;
    }

    /**
     * Commits once.
     *
     * @param before the routine before the code was staged
     * @param isCertain whether the service confirmed the staged code
     * @return without a revision if none was created, or if new revisions contain other code
     */
    Commit commit(UploadRequest upload, RoutineState before, boolean isCertain) throws GoalFailedException {
        Optional<CodeRevision> answered = Optional.empty();
        Optional<CallFailedException> failure = Optional.empty();
        try {
            answered =
                    Optional.of(routines.commit(upload.routine(), upload.description(), upload.variablesOf(), before));
        } catch (CallFailedException e) {
            failure = Optional.of(e);
        }
        Finding finding = answered.isPresent()
                ? find(upload, before, answered.get())
                : new CommitProof(routines, upload, before).in(after(upload, before, failure.get()));
        if (finding.revision().isPresent()) {
            warnIfUnconfirmed(finding, failure);
            return new Commit(finding.revision(), finding, failure);
        }
        if (finding.unread().isPresent()) {
            CallFailedException unread = finding.unread().get();
            if (unread.reason() == Reason.DENIED
                    && isCertain
                    && answered.filter(finding.state().orElseThrow()::keeps)
                            .filter(revision -> !before.keeps(revision))
                            .isPresent()) {
                progress.warn("It is not verified that revision " + answered.get()
                        + " contains the code of this build: " + unread.getMessage() + ". " + unread.remedy());
                return new Commit(answered, finding, failure);
            }
            throw upload.failed(
                    unread,
                    "A revision was made, but it is not known whether it contains the code of this build. Check"
                            + " it in {console}"
                            + ", delete it if it is wrong, and run the goal again.");
        }
        return new Commit(Optional.empty(), finding, failure);
    }

    private Finding find(UploadRequest upload, RoutineState before, CodeRevision named) throws GoalFailedException {
        try {
            return new CommitProof(routines, upload, before).of(named);
        } catch (CallFailedException e) {
            throw upload.failed(
                    e,
                    "The service returned revision " + named
                            + ", but it is not known whether it contains the code of this build.");
        }
    }

    /** The routine after a failed commit. */
    private static RoutineState after(UploadRequest upload, RoutineState before, CallFailedException failure)
            throws GoalFailedException {
        if (failure.effect() == Effect.NOT_SENT) {
            return before;
        }
        return failure.seen()
                .orElseThrow(() -> upload.failed(
                        failure,
                        "It is not known whether a revision contains the code of this build, because the routine"
                                + " could not"
                                + " be read after the commit."));
    }

    private void warnIfUnconfirmed(Finding finding, Optional<CallFailedException> failure) {
        CodeRevision revision = finding.revision().orElseThrow();
        failure.ifPresent(e -> progress.warn("The commit was not confirmed: " + e.getMessage() + ". Revision "
                + revision + " exists and contains the code."));
        if (failure.isEmpty() && !finding.others().isEmpty()) {
            progress.warn("The answer to the commit was wrong: " + finding.others() + ". Revision " + revision
                    + " exists and contains the code.");
        }
    }
}
