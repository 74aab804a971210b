// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import java.util.ArrayList;
import java.util.List;

/** The way of code into a routine: staged first, then committed. */
final class StagedCode {

    /** The documents call staged code so in their prose; that it is the id of it as well is invented. */
    static final String UNSTABLE = "unstable";

    private static final List<String> PLACE = List.of("staging");

    private StagedCode() {}

    /**
     * Staged code counts as one revision. That it does so even where the upload is about to replace it is not
     * documented.
     */
    static void demandRoom(SimulatedRoutine routine) throws ServiceRefusal {
        if (routine.revisions().size() + (routine.staged() == null ? 0 : 1) >= SimulatedRoutine.REVISION_LIMIT) {
            throw DcdnRefusal.revisionLimit();
        }
    }

    /** Staged code runs in staging at once: of the page of UploadStagingRoutineCode. */
    static SimulatedRoutine staged(SimulatedRoutine routine, String description, byte[] code, String now) {
        StoredRevision unstable = new StoredRevision(UNSTABLE, description, now, code);
        return routine.with(routine.environments(), routine.revisions(), unstable)
                .running(UNSTABLE, PLACE);
    }

    /**
     * The staged code under a number. What staging runs from then on is not documented: here the new revision,
     * unless another one was published there in between.
     */
    static SimulatedRoutine committed(SimulatedRoutine routine, String id, String description, String now)
            throws ServiceRefusal {
        if (routine.staged() == null) {
            throw DcdnRefusal.generalError("(simulated) the routine has no staged code");
        }
        if (routine.revisions().size() >= SimulatedRoutine.REVISION_LIMIT) {
            throw DcdnRefusal.revisionLimit();
        }
        List<StoredRevision> more = new ArrayList<>(routine.revisions());
        more.add(new StoredRevision(id, description, now, routine.staged().code()));
        return routine.with(routine.environments(), more, null).running(id, routine.runs(UNSTABLE) ? PLACE : List.of());
    }
}
