// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.upkeep;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.RoutineState;
import java.util.Optional;

/**
 * The result of a commit.
 *
 * @param revision the revision with the code; empty if it was not found
 * @param finding what was found after the commit
 * @param failure of the call; empty if the service confirmed it
 */
record Commit(Optional<CodeRevision> revision, Finding finding, Optional<CallFailedException> failure) {

    /** Whether the code may be uploaded again, because the code of another client was committed instead. */
    boolean mayRepeat() {
        return revision.isEmpty()
                && !finding.others().isEmpty()
                && failure.map(CallFailedException::reason)
                        .filter(reason -> reason != Reason.GENERAL)
                        .isEmpty()
                && finding.state().filter(RoutineState::mayHaveRoom).isPresent();
    }

    /** The refusal because of the limit of revisions; empty if there is another reason. */
    Optional<CallFailedException> limit() {
        return failure.filter(refusal -> revision.isEmpty() && refusal.reason() == Reason.LIMIT);
    }

    /** @param isShown whether the service shows staged code */
    GoalFailedException withoutRevision(UploadRequest upload, boolean isShown) {
        if (finding.others().isEmpty()) {
            CallFailedException refusal = failure.orElseThrow();
            return upload.failed(
                    refusal,
                    (isShown ? "The code is staged" : "The object store accepted the code")
                            + (refusal.effect() == Effect.UNKNOWN
                                    ? "; no revision with this code was found."
                                    : ", but no revision was made."));
        }
        return new GoalFailedException("Could not upload code to routine " + upload.routine() + ": "
                + finding.others()
                + failure.map(e -> ", and " + e.getMessage()).orElse("")
                + ". No new revision contains the code of this build, and nothing is published. Let only one"
                + " build at a time upload code to a routine, and run the goal again.");
    }
}
