// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Deletes revisions that nobody needs any more, oldest first. */
public final class Pruner {

    private final EdgeRoutines routines;

    public Pruner(EdgeRoutines routines) {
        this.routines = routines;
    }

    /**
     * What may go: neither one of the newest, nor one that an environment runs, nor one that is spared.
     *
     * @param keep how many of the newest stay in any case
     * @param spared what a rollback would need
     * @return oldest first
     */
    public static List<Revision> plan(RoutineState state, int keep, Set<CodeRevision> spared) {
        List<Revision> deletable = new ArrayList<>();
        state.revisions().stream()
                .filter(revision -> revision.number().isCommitted())
                .skip(keep)
                .filter(revision -> state.running(revision.number()).isEmpty())
                .filter(revision -> !spared.contains(revision.number()))
                .forEach(revision -> deletable.add(0, revision));
        return deletable;
    }

    /** @throws GoalFailedException at the first that cannot be deleted; the line says how many are gone */
    public void delete(RoutineName routine, List<Revision> revisions) throws GoalFailedException {
        for (Revision revision : revisions) {
            try {
                routines.delete(routine, revision.number());
            } catch (CallFailedException e) {
                int gone = revisions.indexOf(revision);
                throw new GoalFailedException("Could not delete revision " + revision + " of routine " + routine + ": "
                        + e.getMessage() + ". Deleted before it: " + gone + " of " + revisions.size() + ". "
                        + e.remedy());
            }
        }
    }
}
