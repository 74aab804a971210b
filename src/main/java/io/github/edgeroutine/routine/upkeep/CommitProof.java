// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.upkeep;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Kind;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.EdgeRoutines;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.upkeep.Uploader.UploadRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the revision that a commit made: one that was not there before and holds the code. What the service answered does
 * not count, because another client can stage its code between our stage and our commit.
 */
public final class CommitProof {

    /**
     * What a look found.
     *
     * @param revision the new revision that holds the code; empty if there is none
     * @param others on what other revisions were found, without a full stop; empty if there is nothing to say
     * @param unread why a new revision could not be read; empty if all could
     * @param state the routine after the commit; empty if no look was necessary
     */
    record Finding(
            Optional<CodeRevision> revision,
            String others,
            Optional<CallFailedException> unread,
            Optional<RoutineState> state) {}

    private final EdgeRoutines routines;
    private final UploadRequest upload;
    private final RoutineState before;
    private final List<CodeRevision> readAlready = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private Optional<CallFailedException> unread = Optional.empty();

    CommitProof(EdgeRoutines routines, UploadRequest upload, RoutineState before) {
        this.routines = routines;
        this.upload = upload;
        this.before = before;
    }

    /**
     * @param answered the revision that the service named; empty if the commit failed
     * @throws CallFailedException if the routine cannot be read
     */
    Finding find(Optional<CodeRevision> answered) throws CallFailedException {
        Optional<CodeRevision> named = answered.filter(revision -> !before.keeps(revision));
        if (named.isPresent() && holdsCode(named.get())) {
            return new Finding(named, "", Optional.empty(), Optional.empty());
        }
        RoutineState state = routines.describe(upload.routine());
        answered.filter(before::keeps)
                .ifPresent(revision ->
                        others.add("the service named revision " + revision + ", which was there before the upload"));
        named.filter(revision -> !state.keeps(revision)).ifPresent(revision -> {
            others.add("the service named revision " + revision + ", which the routine does not have");
            unread = Optional.empty();
        });
        for (CodeRevision revision : state.newSince(before)) {
            if (!readAlready.contains(revision) && holdsCode(revision)) {
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
            others.add("revision " + revision + " is new and holds other code, perhaps that of another build");
        } catch (CallFailedException e) {
            // The caller tells of it if no other revision holds the code.
            unread = Optional.of(e);
        }
        return false;
    }

    /** Whether reading code is not allowed, which is no sign of a fault. */
    static boolean isDenied(Finding finding) {
        return finding.unread().filter(failure -> failure.kind() == Kind.DENIED).isPresent();
    }
}
