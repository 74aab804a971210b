// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.upkeep;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Revision;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.call.RoutineClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the revision of a commit: it is new and contains the code. The answer of the service is not enough, because
 * another client can stage its code between this stage and this commit.
 */
public final class CommitProof {

    private final RoutineClient routines;
    private final UploadRequest upload;
    private final RoutineState before;
    private final List<CodeRevision> readAlready = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private Optional<CallFailedException> unread = Optional.empty();

    CommitProof(RoutineClient routines, UploadRequest upload, RoutineState before) {
        this.routines = routines;
        this.upload = upload;
        this.before = before;
    }

    /**
     * After a commit that the service confirmed.
     *
     * @param named the revision that the service returned
     * @throws CallFailedException if the routine cannot be read
     */
    Finding of(CodeRevision named) throws CallFailedException {
        if (!before.keeps(named) && holdsCode(named)) {
            return new Finding(Optional.of(named), "", Optional.empty(), Optional.empty());
        }
        RoutineState state = routines.describe(upload.routine());
        if (before.keeps(named)) {
            others.add("the service returned revision " + named + ", which existed before the upload");
        } else if (!state.keeps(named)) {
            others.add("the service returned revision " + named + ", which does not exist in the routine");
            unread = Optional.empty();
        }
        return in(state);
    }

    /** Among the new revisions of a state that was read after the commit. */
    Finding in(RoutineState state) {
        for (CodeRevision revision : state.newSince(before)) {
            boolean isOfFiles =
                    state.kept(revision).flatMap(Revision::contentHash).isPresent();
            if (!isOfFiles && !readAlready.contains(revision) && holdsCode(revision)) {
                return new Finding(
                        Optional.of(revision), String.join("; ", others), Optional.empty(), Optional.of(state));
            }
        }
        return new Finding(Optional.empty(), String.join("; ", others), unread, Optional.of(state));
    }

    private boolean holdsCode(CodeRevision revision) {
        readAlready.add(revision);
        try {
            if (routines.code(upload.routine(), revision).is(upload.code())) {
                return true;
            }
            others.add("revision " + revision + " is new and contains different code, possibly that of another build");
        } catch (CallFailedException e) {
            // The caller reports this if no other revision contains the code.
            unread = Optional.of(e);
        }
        return false;
    }
}
