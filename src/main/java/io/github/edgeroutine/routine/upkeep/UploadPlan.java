// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.upkeep;

import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Revision;
import io.github.edgeroutine.routine.RoutineState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an upload will do. Nothing was written yet.
 *
 * @param before the routine before the upload
 * @param unchanged the newest revision, if it already contains the code; then there is nothing to do
 * @param deletions the revisions to delete to make room, oldest first
 */
public record UploadPlan(RoutineState before, Optional<CodeRevision> unchanged, List<Revision> deletions) {

    /** For a routine that does not exist yet. Its limit of revisions is not known. */
    public static final UploadPlan OF_NEW_ROUTINE =
            new UploadPlan(new RoutineState(Map.of(), List.of()), Optional.empty(), List.of());

    public UploadPlan {
        deletions = List.copyOf(deletions);
    }

    /** How many more revisions the service accepts after the upload; empty if this is not known. */
    public OptionalInt roomAfter() {
        OptionalInt room = before.room();
        return room.isPresent() ? OptionalInt.of(room.getAsInt() + deletions.size() - 1) : room;
    }
}
