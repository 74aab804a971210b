// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import java.util.List;

/** Code becomes part of a routine in two steps: it is staged, then committed. */
final class StagedCode {

    /** The documents use this word for staged code. That it is also its id is invented. */
    static final String UNSTABLE = "unstable";

    private static final List<String> PLACE = List.of("staging");

    private StagedCode() {}

    /** Staged code counts as one revision, even if the upload will replace it. The second part is not documented. */
    static void demandRoom(SimulatedRoutine routine) throws ServiceRefusal {
        if (routine.revisions().size() + (routine.staged() == null ? 0 : 1) >= SimulatedRoutine.REVISION_LIMIT) {
            throw DcdnRefusal.revisionLimit();
        }
    }

    /** Staged code runs in staging at once, according to the page of UploadStagingRoutineCode. */
    static SimulatedRoutine staged(SimulatedRoutine routine, String description, byte[] code, String now) {
        StoredRevision unstable = new StoredRevision(UNSTABLE, description, now, code);
        return routine.with(routine.environments(), routine.revisions(), unstable)
                .running(UNSTABLE, PLACE);
    }

    /**
     * Gives the staged code a number. Staging then runs the new revision, unless another one was published there in
     * between. This is not documented.
     */
    static SimulatedRoutine committed(SimulatedRoutine routine, String id, String description, String now)
            throws ServiceRefusal {
        if (routine.staged() == null) {
            throw DcdnRefusal.generalError("(simulated) the routine has no staged code");
        }
        if (routine.revisions().size() >= SimulatedRoutine.REVISION_LIMIT) {
            throw DcdnRefusal.revisionLimit();
        }
        return routine.with(routine.environments(), routine.revisions(), null)
                .with(new StoredRevision(id, description, now, routine.staged().code()))
                .running(id, routine.runs(UNSTABLE) ? PLACE : List.of());
    }
}
