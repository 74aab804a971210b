// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.upkeep;

import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.CommaList;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.Revision;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.call.Progress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes room for one more revision of a routine, and for its staged code. */
public final class Room {

    private final Pruner pruner;
    private final Progress progress;
    private final Set<CodeRevision> spared;

    Room(Pruner pruner, Progress progress, Set<CodeRevision> spared) {
        this.pruner = pruner;
        this.progress = progress;
        this.spared = Set.copyOf(spared);
    }

    /**
     * @return what must be deleted before the upload, oldest first; empty if the limit of revisions is not known
     * before the upload
     * @throws GoalFailedException if too few can be deleted, or if deletion is not allowed
     */
    List<Revision> deletions(UploadRequest upload, RoutineState state) throws GoalFailedException {
        int missing = 1 - state.room().orElse(1);
        List<Revision> unused = Pruner.plan(state, 0, spared);
        if (missing <= 0) {
            return List.of();
        }
        if (unused.size() < missing || !upload.pruneOnLimit()) {
            throw new GoalFailedException("Routine " + upload.routine() + " has "
                    + state.revisions().size() + " revisions" + (state.hasStagedCode() ? " and staged code" : "")
                    + ", and the service keeps "
                    + state.limit().getAsInt() + ". " + way(state, unused, missing)
                    + " Nothing was changed.");
        }
        return unused.subList(0, missing);
    }

    private static String way(RoutineState state, List<Revision> unused, int missing) {
        Optional<String> doubt = Pruner.doubt(state);
        if (doubt.isPresent()) {
            return doubt.get();
        }
        if (unused.size() < missing) {
            return unused.isEmpty()
                    ? "Each of them runs in an environment or is needed for a rollback."
                    : "Only " + unused.size() + " of them can be deleted, and " + missing
                            + " must be deleted: the others run in an environment or are needed for a rollback.";
        }
        return "No environment runs "
                + CommaList.of(unused.stream().map(Revision::toString).toList())
                + ": delete some with edge-routine:prune, or set {pruneOnLimit}.";
    }

    /** @return the routine after the deletion */
    RoutineState make(UploadRequest upload, List<Revision> deletions) throws GoalFailedException {
        RoutineState state = pruner.delete(upload.routine(), deletions);
        deletions.forEach(revision -> progress.warn("Deleted revision " + revision + " to make room."));
        return state;
    }

    /**
     * For a routine that seemed to have room, but the service refused for its limit. The routine may have staged
     * code that it does not show, or the limit was not known.
     */
    RoutineState makeMore(UploadRequest upload, CallFailedException limit) throws GoalFailedException {
        RoutineState state =
                pruner.look(upload.routine()).orElseThrow(() -> upload.failed(limit, "No revision was made."));
        List<Revision> unused = Pruner.plan(state, 0, spared);
        if (unused.isEmpty()) {
            throw upload.failed(limit, "No revision was made, and no revision can be deleted.");
        }
        return make(upload, unused.subList(0, 1));
    }
}
